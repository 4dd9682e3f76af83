-- Verify gamekeeper:xp/prizes/season_score on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('xp.season_score', 'composite');
select pg_temp.has_column('xp.season_score', 'xp', 'bigint');
select pg_temp.has_column('xp.season_score', 'members', 'bigint');
select pg_temp.has_column('xp.season_score', 'heirs', 'text[]');
rollback;
