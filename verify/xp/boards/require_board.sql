-- Verify gamekeeper:xp/boards/require_board on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.require_board(text)', '(season_id text) returns xp.board_tail');
select pg_temp.has_function_nature('xp.require_board(text)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('xp.require_board(text)', 'nobody');
rollback;
