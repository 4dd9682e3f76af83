-- Verify gamekeeper:xp/claims/last_award on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.last_award(bigint)', '(user_id bigint) returns xp.xp_awards');
select pg_temp.has_function_nature('xp.last_award(bigint)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.last_award(bigint)', 'nobody');
rollback;
