-- Verify gamekeeper:core/people/merge_part on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.merge_part(integer,uuid,uuid,text,text,timestamp with time zone)', '(map_version integer, from_id uuid, into_id uuid, idempotency_key text, step text, closed_at timestamp with time zone) returns SETOF core.closed_persons');
select pg_temp.has_function_nature('core.merge_part(integer,uuid,uuid,text,text,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.merge_part(integer,uuid,uuid,text,text,timestamp with time zone)', 'nobody');
rollback;
