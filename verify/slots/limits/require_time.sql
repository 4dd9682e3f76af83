-- Verify gamekeeper:slots/limits/require_time on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.require_time(numeric[],numeric[],text)', '(limits numeric[], played numeric[], part text) returns void');
select pg_temp.has_function_nature('slots.require_time(numeric[],numeric[],text)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.require_time(numeric[],numeric[],text)', 'nobody');
rollback;
