-- Verify gamekeeper:xp/claims/xp_claim_calls on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('xp.xp_claim_calls', 'unlogged table, row level security');
select pg_temp.has_column('xp.xp_claim_calls', 'user_id', 'bigint NOT NULL');
select pg_temp.has_column('xp.xp_claim_calls', 'called_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('xp.xp_claim_calls', 'call_id', 'uuid NOT NULL DEFAULT gen_random_uuid()');
select pg_temp.has_column('xp.xp_claim_calls', 'answered_at', 'timestamp with time zone NOT NULL');
select pg_temp.has_column('xp.xp_claim_calls', 'backend', 'integer NOT NULL DEFAULT pg_backend_pid()');
select pg_temp.has_column('xp.xp_claim_calls', 'correlation_id', 'uuid NOT NULL');
select pg_temp.has_column('xp.xp_claim_calls', 'is_new', 'boolean NOT NULL');
select pg_temp.has_column('xp.xp_claim_calls', 'reward_day_id', 'text NOT NULL');
select pg_temp.has_column('xp.xp_claim_calls', 'streak_day', 'integer NOT NULL');
select pg_temp.has_column('xp.xp_claim_calls', 'policy_key', 'text NOT NULL');
select pg_temp.has_column('xp.xp_claim_calls', 'policy_version', 'integer NOT NULL');
select pg_temp.has_column('xp.xp_claim_calls', 'segment_key', 'text');
select pg_temp.has_constraint('xp.xp_claim_calls', 'xp_claim_calls_pkey', 'PRIMARY KEY (user_id, called_at, call_id)');
select pg_temp.has_relation_grants('xp.xp_claim_calls', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('xp.xp_claim_calls', 'anon', 'nothing');
select pg_temp.has_relation_grants('xp.xp_claim_calls', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('xp.xp_claim_calls', 'service_role', 'nothing');
rollback;
