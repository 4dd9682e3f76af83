-- Verify gamekeeper:xp/boards/count_ahead on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.count_ahead(text,bigint,xp.board_tail)', '(board_id text, xp bigint, tail xp.board_tail) returns bigint');
select pg_temp.has_function_nature('xp.count_ahead(text,bigint,xp.board_tail)', 'plpgsql, stable, parallel unsafe, plan_cache_mode=force_generic_plan');
select pg_temp.has_function_grants('xp.count_ahead(text,bigint,xp.board_tail)', 'nobody');
rollback;
