-- Verify gamekeeper:xp/days/calendar_day on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.calendar_day(text[],timestamp with time zone[],time without time zone,timestamp with time zone)', '(zones text[], changed_at timestamp with time zone[], window_start time without time zone, at timestamp with time zone) returns xp.reward_day');
select pg_temp.has_function_nature('xp.calendar_day(text[],timestamp with time zone[],time without time zone,timestamp with time zone)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.calendar_day(text[],timestamp with time zone[],time without time zone,timestamp with time zone)', 'nobody');
rollback;
