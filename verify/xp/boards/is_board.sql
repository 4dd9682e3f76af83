-- Verify gamekeeper:xp/boards/is_board on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.is_board(text)', '(season_id text) returns boolean');
select pg_temp.has_function_nature('xp.is_board(text)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('xp.is_board(text)', 'nobody');
rollback;
