-- Verify gamekeeper:xp/books/claim_days on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.claim_days(integer)', '(map_version integer) returns TABLE(policy_key text, policy_version integer, segment_key text, streak_day integer, claims bigint, duplicates bigint, xp numeric, grace_uses bigint)');
select pg_temp.has_function_nature('xp.claim_days(integer)', 'plpgsql, stable, parallel unsafe, jit=off');
select pg_temp.has_function_grants('xp.claim_days(integer)', 'nobody');
rollback;
