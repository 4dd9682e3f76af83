-- Verify gamekeeper:cards/games/tell_feed on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('cards.game_states', 'tell_feed', 'AFTER UPDATE OF state FOR EACH ROW WHEN (new.is_told) EXECUTE FUNCTION cards.tell_feed()');
select pg_temp.has_function('cards.tell_feed()', '() returns trigger');
select pg_temp.has_function_nature('cards.tell_feed()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('cards.tell_feed()', 'nobody');
rollback;
