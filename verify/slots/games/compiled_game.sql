-- Verify gamekeeper:slots/games/compiled_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.compiled_game', 'composite');
select pg_temp.has_column('slots.compiled_game', 'symbols', 'text[]');
select pg_temp.has_column('slots.compiled_game', 'wilds', 'boolean[]');
select pg_temp.has_column('slots.compiled_game', 'reel_lengths', 'integer[]');
select pg_temp.has_column('slots.compiled_game', 'strips', 'integer[]');
select pg_temp.has_column('slots.compiled_game', 'payouts', 'numeric[]');
select pg_temp.has_column('slots.compiled_game', 'any_payouts', 'numeric[]');
rollback;
