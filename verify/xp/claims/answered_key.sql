-- Verify gamekeeper:xp/claims/answered_key on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.answered_key(bigint,uuid)', '(user_id bigint, correlation_id uuid) returns TABLE(policy_key text, reward_day_id text)');
select pg_temp.has_function_nature('xp.answered_key(bigint,uuid)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('xp.answered_key(bigint,uuid)', 'nobody');
rollback;
