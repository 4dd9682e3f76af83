-- Verify gamekeeper:xp/users/new_user_id on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.new_user_id(text)', '(external_user_id text) returns bigint');
select pg_temp.has_function_nature('xp.new_user_id(text)', 'sql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.new_user_id(text)', 'nobody');
rollback;
