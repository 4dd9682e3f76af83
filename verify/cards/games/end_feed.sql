-- Verify gamekeeper:cards/games/end_feed on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.end_feed()', '() returns trigger');
select pg_temp.has_function_nature('cards.end_feed()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('cards.end_feed()', 'nobody');
select pg_temp.has_trigger('cards.game_states', 'end_feed', 'AFTER DELETE FOR EACH ROW WHEN (old.is_told) EXECUTE FUNCTION cards.end_feed()');
rollback;
