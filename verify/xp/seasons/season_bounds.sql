-- Verify gamekeeper:xp/seasons/season_bounds on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('xp.season_bounds', 'composite');
select pg_temp.has_column('xp.season_bounds', 'starts_on', 'date');
select pg_temp.has_column('xp.season_bounds', 'ends_on', 'date');
rollback;
