-- Verify gamekeeper:slots/people/cool_off on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.cool_off(integer)', '(days integer) returns slots.exclusions');
select pg_temp.has_function_nature('slots.cool_off(integer)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.cool_off(integer)', 'authenticated, service_role');
rollback;
