-- Verify gamekeeper:xp/boards/read_board_tail on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.read_board_tail(text)', '(board_id text) returns xp.board_tail');
select pg_temp.has_function_nature('xp.read_board_tail(text)', 'plpgsql, stable, parallel unsafe, enable_seqscan=off, jit=off, plan_cache_mode=force_generic_plan');
select pg_temp.has_function_grants('xp.read_board_tail(text)', 'nobody');
rollback;
