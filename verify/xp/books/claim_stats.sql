-- Verify gamekeeper:xp/books/claim_stats on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.claim_stats', 'view, security_invoker=true');
select pg_temp.has_column('xp.claim_stats', 'policy_key', 'text');
select pg_temp.has_column('xp.claim_stats', 'policy_version', 'integer');
select pg_temp.has_column('xp.claim_stats', 'segment_key', 'text');
select pg_temp.has_column('xp.claim_stats', 'claims', 'bigint');
select pg_temp.has_column('xp.claim_stats', 'duplicates', 'bigint');
select pg_temp.has_column('xp.claim_stats', 'xp', 'numeric');
select pg_temp.has_column('xp.claim_stats', 'grace_uses', 'bigint');
select pg_temp.has_column('xp.claim_stats', 'streak_histogram', 'jsonb');
select pg_temp.has_relation_grants('xp.claim_stats', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.claim_stats', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.claim_stats', 'authenticated', 'select');
select pg_temp.has_relation_grants('xp.claim_stats', 'service_role', 'select');
rollback;
