-- Verify gamekeeper:xp/claims/claim_eligibility on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('xp.claim_eligibility', 'composite');
select pg_temp.has_column('xp.claim_eligibility', 'eligible', 'boolean');
select pg_temp.has_column('xp.claim_eligibility', 'reason', 'text');
select pg_temp.has_column('xp.claim_eligibility', 'reward_day_id', 'text');
select pg_temp.has_column('xp.claim_eligibility', 'projected_xp', 'bigint');
select pg_temp.has_column('xp.claim_eligibility', 'streak_preview', 'integer');
select pg_temp.has_column('xp.claim_eligibility', 'next_boundary', 'timestamp with time zone');
select pg_temp.has_column('xp.claim_eligibility', 'days_to_next_milestone', 'integer');
select pg_temp.has_column('xp.claim_eligibility', 'days_to_season_end', 'integer');
select pg_temp.has_column('xp.claim_eligibility', 'policy_version', 'integer');
select pg_temp.has_column('xp.claim_eligibility', 'policy_key', 'text');
select pg_temp.has_column('xp.claim_eligibility', 'eligible_at', 'timestamp with time zone');
rollback;
