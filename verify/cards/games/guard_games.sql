-- Verify gamekeeper:cards/games/guard_games on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('cards.games', 'guard_games', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION cards.guard_games()');
select pg_temp.has_function('cards.guard_games()', '() returns trigger');
select pg_temp.has_function_nature('cards.guard_games()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('cards.guard_games()', 'nobody');
rollback;
