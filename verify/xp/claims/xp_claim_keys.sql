-- Verify gamekeeper:xp/claims/xp_claim_keys on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_claim_keys', 'table, row level security');
select pg_temp.has_column('xp.xp_claim_keys', 'user_id', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_claim_keys', 'correlation_id', 'uuid NOT NULL');
select pg_temp.has_column('xp.xp_claim_keys', 'policy_key', 'text NOT NULL');
select pg_temp.has_column('xp.xp_claim_keys', 'reward_day_id', 'text COLLATE "C" NOT NULL');
select pg_temp.has_column('xp.xp_claim_keys', 'called_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('xp.xp_claim_keys', 'is_counted', 'boolean NOT NULL DEFAULT false');
select pg_temp.has_constraint('xp.xp_claim_keys', 'xp_claim_keys_pkey', 'PRIMARY KEY (user_id, correlation_id)');
select pg_temp.has_index('xp.xp_claim_keys', 'xp_claim_keys_uncounted_idx', 'btree (user_id) WHERE (NOT is_counted)');
select pg_temp.has_relation_grants('xp.xp_claim_keys', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_claim_keys', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_claim_keys', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('xp.xp_claim_keys', 'service_role', 'nothing');
rollback;
