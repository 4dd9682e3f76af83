-- Verify gamekeeper:xp/boards/board_page on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.board_page(text,xp.board_tail,bigint,bigint,integer)', '(board_id text, tail xp.board_tail, from_xp bigint, from_user_id bigint, size integer) returns TABLE(rank bigint, user_id bigint, xp bigint)');
select pg_temp.has_function_nature('xp.board_page(text,xp.board_tail,bigint,bigint,integer)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('xp.board_page(text,xp.board_tail,bigint,bigint,integer)', 'nobody');
rollback;
