-- Verify gamekeeper:xp/prizes/upkeep_prizes on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.upkeep_prizes()', '() returns bigint');
select pg_temp.has_function_nature('xp.upkeep_prizes()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.upkeep_prizes()', 'nobody');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "xp.prizes", "function": "xp.upkeep_prizes()"}');
rollback;
