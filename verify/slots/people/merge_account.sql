-- Verify gamekeeper:slots/people/merge_account on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.merge_account(uuid,uuid,timestamp with time zone)', '(from_id uuid, into_id uuid, at timestamp with time zone) returns void');
select pg_temp.has_function_nature('slots.merge_account(uuid,uuid,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.merge_account(uuid,uuid,timestamp with time zone)', 'nobody');
rollback;
