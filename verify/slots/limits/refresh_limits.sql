-- Verify gamekeeper:slots/limits/refresh_limits on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.refresh_limits(uuid)', '(owner_id uuid) returns void');
select pg_temp.has_function_nature('slots.refresh_limits(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.refresh_limits(uuid)', 'nobody');
rollback;
