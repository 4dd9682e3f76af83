-- Verify gamekeeper:xp/claims/last_award on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.last_award(bigint,text)', '(user_id bigint, streak_key text) returns xp.xp_awards');
select pg_temp.has_function_nature('xp.last_award(bigint,text)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.last_award(bigint,text)', 'nobody');
rollback;
