-- Verify gamekeeper:slots/people/self_exclude on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.self_exclude(integer)', '(months integer) returns slots.exclusions');
select pg_temp.has_function_nature('slots.self_exclude(integer)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.self_exclude(integer)', 'authenticated, service_role');
rollback;
