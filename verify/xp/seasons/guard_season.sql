-- Verify gamekeeper:xp/seasons/guard_season on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.guard_season()', '() returns trigger');
select pg_temp.has_function_nature('xp.guard_season()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('xp.guard_season()', 'nobody');
select pg_temp.has_trigger('xp.xp_seasons', 'guard_season', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION xp.guard_season()');
rollback;
