-- Verify gamekeeper:slots/sessions/totals on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.totals', 'composite');
select pg_temp.has_column('slots.totals', 'spins', 'bigint');
select pg_temp.has_column('slots.totals', 'wins', 'bigint');
select pg_temp.has_column('slots.totals', 'totalBet', 'numeric');
select pg_temp.has_column('slots.totals', 'totalPayout', 'numeric');
select pg_temp.has_column('slots.totals', 'totalFees', 'numeric');
select pg_temp.has_column('slots.totals', 'totalReward', 'numeric');
rollback;
