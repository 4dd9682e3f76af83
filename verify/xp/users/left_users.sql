-- Verify gamekeeper:xp/users/left_users on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.left_users()', '() returns TABLE(user_id bigint)');
select pg_temp.has_function_nature('xp.left_users()', 'sql, stable, parallel unsafe');
select pg_temp.has_function_grants('xp.left_users()', 'nobody');
rollback;
