-- Verify gamekeeper:core/people/upkeep_people on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.upkeep_people()', '() returns text');
select pg_temp.has_function_nature('core.upkeep_people()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('core.upkeep_people()', 'nobody');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "core.people", "function": "core.upkeep_people()"}');
rollback;
