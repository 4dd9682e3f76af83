-- Verify gamekeeper:xp/claims/claim_decision on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('xp.claim_decision', 'composite');
select pg_temp.has_column('xp.claim_decision', 'verdict', 'text');
select pg_temp.has_column('xp.claim_decision', 'day', 'date');
select pg_temp.has_column('xp.claim_decision', 'opens_at', 'timestamp with time zone');
select pg_temp.has_column('xp.claim_decision', 'next_boundary', 'timestamp with time zone');
select pg_temp.has_column('xp.claim_decision', 'ready_at', 'timestamp with time zone');
select pg_temp.has_column('xp.claim_decision', 'outcome', 'xp.streak_outcome');
rollback;
