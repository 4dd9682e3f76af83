-- Verify gamekeeper:xp/books/recount_board on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.recount_board(text)', '(after_board_id text DEFAULT NULL::text) returns text');
select pg_temp.has_function_nature('xp.recount_board(text)', 'plpgsql, volatile, parallel unsafe, security definer, jit=off, search_path=pg_temp');
select pg_temp.has_function_grants('xp.recount_board(text)', 'service_role');
rollback;
