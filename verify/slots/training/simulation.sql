-- Verify gamekeeper:slots/training/simulation on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.simulation', 'composite');
select pg_temp.has_column('slots.simulation', 'program', 'slots.compiled_game');
select pg_temp.has_column('slots.simulation', 'min_bet', 'numeric');
select pg_temp.has_column('slots.simulation', 'bet_step', 'numeric');
select pg_temp.has_column('slots.simulation', 'max_bet', 'numeric');
select pg_temp.has_column('slots.simulation', 'fee', 'numeric');
select pg_temp.has_column('slots.simulation', 'inner_block', 'bytea');
select pg_temp.has_column('slots.simulation', 'outer_block', 'bytea');
rollback;
