-- Verify gamekeeper:xp/books/claim_stats_rows on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.claim_stats_rows()', '() returns TABLE(policy_key text, policy_version integer, segment_key text, claims bigint, duplicates bigint, xp numeric, grace_uses bigint, streak_histogram jsonb)');
select pg_temp.has_function_nature('xp.claim_stats_rows()', 'sql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.claim_stats_rows()', 'authenticated, service_role');
rollback;
