-- Verify gamekeeper:xp/boards/oldest_day_board on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.oldest_day_board()', '() returns text');
select pg_temp.has_function_nature('xp.oldest_day_board()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('xp.oldest_day_board()', 'nobody');
rollback;
