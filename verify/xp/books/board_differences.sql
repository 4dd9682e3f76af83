-- Verify gamekeeper:xp/books/board_differences on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.board_differences()', '() returns TABLE(kind text, user_id bigint, expected jsonb, actual jsonb)');
select pg_temp.has_function_nature('xp.board_differences()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('xp.board_differences()', 'nobody');
rollback;
