-- Verify gamekeeper:slots/reports/game_fingerprint on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.game_fingerprint', 'composite');
select pg_temp.has_column('slots.game_fingerprint', 'spins', 'bigint');
select pg_temp.has_column('slots.game_fingerprint', 'symbol_frequencies', 'jsonb');
select pg_temp.has_column('slots.game_fingerprint', 'digest', 'text');
select pg_temp.has_column('slots.game_fingerprint', 'rtp', 'numeric');
select pg_temp.has_column('slots.game_fingerprint', 'rtp_low', 'numeric');
select pg_temp.has_column('slots.game_fingerprint', 'rtp_high', 'numeric');
select pg_temp.has_column('slots.game_fingerprint', 'mean_multiplier', 'numeric');
select pg_temp.has_column('slots.game_fingerprint', 'volatility', 'numeric');
select pg_temp.has_column('slots.game_fingerprint', 'chi_square', 'numeric');
select pg_temp.has_column('slots.game_fingerprint', 'degrees_of_freedom', 'integer');
select pg_temp.has_column('slots.game_fingerprint', 'pending_bets', 'bigint');
select pg_temp.has_column('slots.game_fingerprint', 'rolled_up_at', 'timestamp with time zone');
select pg_temp.has_column('slots.game_fingerprint', 'returns', 'jsonb');
rollback;
