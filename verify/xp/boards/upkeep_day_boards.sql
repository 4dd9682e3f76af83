-- Verify gamekeeper:xp/boards/upkeep_day_boards on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.upkeep_day_boards()', '() returns bigint');
select pg_temp.has_function_nature('xp.upkeep_day_boards()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.upkeep_day_boards()', 'nobody');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "xp.day_boards", "function": "xp.upkeep_day_boards()"}');
rollback;
