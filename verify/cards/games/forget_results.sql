-- Verify gamekeeper:cards/games/forget_results on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.forget_results()', '() returns trigger');
select pg_temp.has_function_nature('cards.forget_results()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('cards.forget_results()', 'nobody');
select pg_temp.has_trigger('cards.players', 'forget_results', 'AFTER UPDATE OF display_name FOR EACH ROW WHEN (((old.display_name <> new.display_name) OR (new.deleted_at IS NOT NULL))) EXECUTE FUNCTION cards.forget_results()');
rollback;
