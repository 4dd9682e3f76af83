-- Verify gamekeeper:xp/users/lift_timezone_wait on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.lift_timezone_wait(bigint,text)', '(user_id bigint, reason text) returns xp.xp_users');
select pg_temp.has_function_nature('xp.lift_timezone_wait(bigint,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.lift_timezone_wait(bigint,text)', 'service_role');
rollback;
