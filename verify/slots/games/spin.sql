-- Verify gamekeeper:slots/games/spin on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.spin', 'composite');
select pg_temp.has_column('slots.spin', 'stops', 'integer[]');
select pg_temp.has_column('slots.spin', 'symbols', 'text[]');
select pg_temp.has_column('slots.spin', 'multiplier', 'numeric');
rollback;
