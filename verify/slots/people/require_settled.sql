-- Verify gamekeeper:slots/people/require_settled on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.require_settled(uuid)', '(owner_id uuid) returns void');
select pg_temp.has_function_nature('slots.require_settled(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.require_settled(uuid)', 'nobody');
rollback;
