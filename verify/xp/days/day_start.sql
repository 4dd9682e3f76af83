-- Verify gamekeeper:xp/days/day_start on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.day_start(text,time without time zone,date)', '(zone text, window_start time without time zone, day date) returns timestamp with time zone');
select pg_temp.has_function_nature('xp.day_start(text,time without time zone,date)', 'plpgsql, stable, parallel safe, strict');
select pg_temp.has_function_grants('xp.day_start(text,time without time zone,date)', 'nobody');
select pg_temp.is_true(
  'the server knows when New York leaves 02:30 out',
  xp.day_start('America/New_York', '02:30', '2026-03-08') = '2026-03-08 07:00Z'
);
rollback;
