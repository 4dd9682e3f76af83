-- Verify gamekeeper:xp/boards/board_range on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.board_range(text)', '(board_id text) returns tstzrange');
select pg_temp.has_function_nature('xp.board_range(text)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('xp.board_range(text)', 'nobody');
rollback;
