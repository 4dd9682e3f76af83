-- Verify gamekeeper:slots/games/game_program on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.game_program', 'composite');
select pg_temp.has_column('slots.game_program', 'symbols', 'text[]');
select pg_temp.has_column('slots.game_program', 'wilds', 'boolean[]');
select pg_temp.has_column('slots.game_program', 'reel_lengths', 'integer[]');
select pg_temp.has_column('slots.game_program', 'strips', 'integer[]');
select pg_temp.has_column('slots.game_program', 'payouts', 'numeric[]');
select pg_temp.has_column('slots.game_program', 'any_payouts', 'numeric[]');
rollback;
