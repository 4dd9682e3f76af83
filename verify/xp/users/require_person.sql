-- Verify gamekeeper:xp/users/require_person on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.require_person(bigint)', '(user_id bigint) returns xp.xp_users');
select pg_temp.has_function_nature('xp.require_person(bigint)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.require_person(bigint)', 'nobody');
rollback;
