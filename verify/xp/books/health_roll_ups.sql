-- Verify gamekeeper:xp/books/health_roll_ups on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.health_roll_ups()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('xp.health_roll_ups()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('xp.health_roll_ups()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "xp.roll_ups", "function": "xp.health_roll_ups()"}');
rollback;
