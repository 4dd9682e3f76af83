-- Verify gamekeeper:cards/play/health_feed on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.health_feed()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('cards.health_feed()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('cards.health_feed()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "cards.feed", "function": "cards.health_feed()"}');
rollback;
