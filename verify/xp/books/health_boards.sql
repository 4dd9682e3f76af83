-- Verify gamekeeper:xp/books/health_boards on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.health_boards()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('xp.health_boards()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('xp.health_boards()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "xp.boards", "function": "xp.health_boards()"}');
rollback;
