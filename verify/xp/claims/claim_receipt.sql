-- Verify gamekeeper:xp/claims/claim_receipt on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('xp.claim_receipt', 'composite');
select pg_temp.has_column('xp.claim_receipt', 'status', 'text');
select pg_temp.has_column('xp.claim_receipt', 'receipt_id', 'uuid');
select pg_temp.has_column('xp.claim_receipt', 'xp', 'bigint');
select pg_temp.has_column('xp.claim_receipt', 'streak_day', 'integer');
select pg_temp.has_column('xp.claim_receipt', 'longest_streak', 'integer');
select pg_temp.has_column('xp.claim_receipt', 'grace_used', 'integer');
select pg_temp.has_column('xp.claim_receipt', 'milestone_hits', 'jsonb');
select pg_temp.has_column('xp.claim_receipt', 'next_boundary', 'timestamp with time zone');
select pg_temp.has_column('xp.claim_receipt', 'policy_version', 'integer');
select pg_temp.has_column('xp.claim_receipt', 'policy_key', 'text');
select pg_temp.has_column('xp.claim_receipt', 'reward_day_id', 'text');
select pg_temp.has_column('xp.claim_receipt', 'level_reached', 'integer');
rollback;
