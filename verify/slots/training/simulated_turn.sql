-- Verify gamekeeper:slots/training/simulated_turn on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.simulated_turn', 'composite');
select pg_temp.has_column('slots.simulated_turn', 'seed', 'text');
select pg_temp.has_column('slots.simulated_turn', 'spins', 'bigint');
select pg_temp.has_column('slots.simulated_turn', 'pending_bet', 'numeric');
select pg_temp.has_column('slots.simulated_turn', 'balance_change', 'numeric');
select pg_temp.has_column('slots.simulated_turn', 'balance', 'numeric');
select pg_temp.has_column('slots.simulated_turn', 'is_over', 'boolean');
select pg_temp.has_column('slots.simulated_turn', 'spin', 'slots.spin');
select pg_temp.has_column('slots.simulated_turn', 'payout', 'numeric');
select pg_temp.has_column('slots.simulated_turn', 'reward', 'numeric');
select pg_temp.has_column('slots.simulated_turn', 'problem', 'text');
rollback;
