-- Verify gamekeeper:xp/boards/board_scores_of on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.board_scores_of(text,xp.board_tail,bigint[])', '(board_id text, tail xp.board_tail, user_ids bigint[]) returns TABLE(user_id bigint, xp bigint, is_listed boolean)');
select pg_temp.has_function_nature('xp.board_scores_of(text,xp.board_tail,bigint[])', 'plpgsql, stable, parallel unsafe, plan_cache_mode=force_generic_plan');
select pg_temp.has_function_grants('xp.board_scores_of(text,xp.board_tail,bigint[])', 'nobody');
rollback;
