-- Verify gamekeeper:xp/users/user_slot on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.user_slot(bigint)', '(user_id bigint) returns integer');
select pg_temp.has_function_nature('xp.user_slot(bigint)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.user_slot(bigint)', 'nobody');
rollback;
