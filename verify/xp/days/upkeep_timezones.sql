-- Verify gamekeeper:xp/days/upkeep_timezones on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.upkeep_timezones()', '() returns bigint');
select pg_temp.has_function_nature('xp.upkeep_timezones()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.upkeep_timezones()', 'nobody');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "xp.timezones", "function": "xp.upkeep_timezones()"}');
rollback;
