-- Verify gamekeeper:xp/books/claim_tail on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.claim_tail(bigint,bigint)', '(above bigint, up_to bigint) returns TABLE(policy_key text, policy_version integer, segment_key text, streak_day integer, claims bigint, duplicates bigint, xp numeric, grace_uses bigint)');
select pg_temp.has_function_nature('xp.claim_tail(bigint,bigint)', 'sql, stable, parallel safe, search_path=pg_temp');
select pg_temp.has_function_grants('xp.claim_tail(bigint,bigint)', 'nobody');
rollback;
