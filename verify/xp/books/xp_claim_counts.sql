-- Verify gamekeeper:xp/books/xp_claim_counts on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_claim_counts', 'table, row level security');
select pg_temp.has_column('xp.xp_claim_counts', 'policy_key', 'text NOT NULL');
select pg_temp.has_column('xp.xp_claim_counts', 'policy_version', 'integer NOT NULL');
select pg_temp.has_column('xp.xp_claim_counts', 'segment_key', 'text NOT NULL');
select pg_temp.has_column('xp.xp_claim_counts', 'streak_day', 'integer NOT NULL');
select pg_temp.has_column('xp.xp_claim_counts', 'claims', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_claim_counts', 'duplicates', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_claim_counts', 'xp', 'numeric NOT NULL');
select pg_temp.has_column('xp.xp_claim_counts', 'grace_uses', 'bigint NOT NULL');
select pg_temp.has_constraint('xp.xp_claim_counts', 'xp_claim_counts_pkey', 'PRIMARY KEY (policy_key, policy_version, segment_key, streak_day)');
select pg_temp.has_relation_grants('xp.xp_claim_counts', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_claim_counts', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_claim_counts', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('xp.xp_claim_counts', 'service_role', 'nothing');
rollback;
