-- Verify gamekeeper:xp/days/refresh_timezones on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.refresh_timezones()', '() returns bigint');
select pg_temp.has_function_nature('xp.refresh_timezones()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.refresh_timezones()', 'nobody');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "xp.refresh_timezones", "function": "xp.refresh_timezones()"}');
rollback;
