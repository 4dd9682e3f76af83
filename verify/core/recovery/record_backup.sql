-- Verify gamekeeper:core/recovery/record_backup on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.record_backup(text,timestamp with time zone,timestamp with time zone,text,bigint,text)', '(method text, started_at timestamp with time zone, ended_at timestamp with time zone, label text DEFAULT NULL::text, bytes bigint DEFAULT NULL::bigint, problem text DEFAULT NULL::text) returns void');
select pg_temp.has_function_nature('core.record_backup(text,timestamp with time zone,timestamp with time zone,text,bigint,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.record_backup(text,timestamp with time zone,timestamp with time zone,text,bigint,text)', 'service_role');
rollback;
