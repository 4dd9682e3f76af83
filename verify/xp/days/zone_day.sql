-- Verify gamekeeper:xp/days/zone_day on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.zone_day(text,time without time zone,timestamp with time zone)', '(zone text, window_start time without time zone, at timestamp with time zone) returns xp.reward_day');
select pg_temp.has_function_nature('xp.zone_day(text,time without time zone,timestamp with time zone)', 'plpgsql, stable, parallel safe, strict');
select pg_temp.has_function_grants('xp.zone_day(text,time without time zone,timestamp with time zone)', 'nobody');
rollback;
