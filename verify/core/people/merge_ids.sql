-- Verify gamekeeper:core/people/merge_ids on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.merge_ids(uuid,uuid,text,timestamp with time zone)', '(from_id uuid, into_id uuid, idempotency_key text, closed_at timestamp with time zone DEFAULT NULL::timestamp with time zone) returns core.closed_persons');
select pg_temp.has_function_nature('core.merge_ids(uuid,uuid,text,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.merge_ids(uuid,uuid,text,timestamp with time zone)', 'nobody');
rollback;
