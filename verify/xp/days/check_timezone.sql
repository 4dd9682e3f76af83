-- Verify gamekeeper:xp/days/check_timezone on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.check_timezone(text)', '(reward_tz text) returns void');
select pg_temp.has_function_nature('xp.check_timezone(text)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.check_timezone(text)', 'nobody');
rollback;
