-- Verify gamekeeper:slots/reports/slots_stats on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_relation('slots.slots_stats', 'view');
select pg_temp.has_column('slots.slots_stats', 'games', 'bigint');
select pg_temp.has_column('slots.slots_stats', 'wallets', 'bigint');
select pg_temp.has_column('slots.slots_stats', 'sessions', 'bigint');
select pg_temp.has_column('slots.slots_stats', 'completed_sessions', 'bigint');
select pg_temp.has_column('slots.slots_stats', 'entries', 'numeric');
select pg_temp.has_column('slots.slots_stats', 'events', 'numeric');
select pg_temp.has_column('slots.slots_stats', 'spins', 'numeric');
select pg_temp.has_column('slots.slots_stats', 'total_bet', 'numeric');
select pg_temp.has_column('slots.slots_stats', 'total_payout', 'numeric');
select pg_temp.has_column('slots.slots_stats', 'total_fees', 'numeric');
select pg_temp.has_column('slots.slots_stats', 'pending_bets', 'numeric');
select pg_temp.has_relation_grants('slots.slots_stats', 'PUBLIC', 'nothing');
select pg_temp.has_relation_grants('slots.slots_stats', 'anon', 'nothing');
select pg_temp.has_relation_grants('slots.slots_stats', 'authenticated', 'nothing');
select pg_temp.has_relation_grants('slots.slots_stats', 'service_role', 'select');
rollback;
