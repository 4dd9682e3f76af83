-- Verify gamekeeper:xp/prizes/health_seasons on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.health_seasons()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('xp.health_seasons()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('xp.health_seasons()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "xp.seasons", "function": "xp.health_seasons()"}');
rollback;
