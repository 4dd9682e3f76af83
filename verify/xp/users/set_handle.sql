-- Verify gamekeeper:xp/users/set_handle on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.set_handle(text)', '(handle text) returns xp.xp_profiles');
select pg_temp.has_function_nature('xp.set_handle(text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.set_handle(text)', 'authenticated, service_role');
rollback;
