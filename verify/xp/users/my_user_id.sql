-- Verify gamekeeper:xp/users/my_user_id on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.my_user_id()', '() returns bigint');
select pg_temp.has_function_nature('xp.my_user_id()', 'sql, stable, parallel safe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.my_user_id()', 'authenticated');
rollback;
