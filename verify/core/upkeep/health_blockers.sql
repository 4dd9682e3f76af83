-- Verify gamekeeper:core/upkeep/health_blockers on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_blockers()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_blockers()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.health_blockers()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.blockers", "function": "core.health_blockers()"}');
rollback;
