-- Verify gamekeeper:core/people/health_people on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_people()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_people()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.health_people()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.people", "function": "core.health_people()"}');
rollback;
