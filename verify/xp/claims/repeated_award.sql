-- Verify gamekeeper:xp/claims/repeated_award on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.repeated_award(bigint,text,uuid)', '(user_id bigint, policy_key text, correlation_id uuid) returns xp.xp_awards');
select pg_temp.has_function_nature('xp.repeated_award(bigint,text,uuid)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.repeated_award(bigint,text,uuid)', 'nobody');
rollback;
