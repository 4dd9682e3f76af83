-- Verify gamekeeper:xp/users/change_timezone on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.change_timezone(text)', '(reward_tz text) returns xp.xp_timezone_changes');
select pg_temp.has_function_nature('xp.change_timezone(text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.change_timezone(text)', 'authenticated, service_role');
rollback;
