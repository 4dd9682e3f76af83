-- Verify gamekeeper:xp/boards/board_entries on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.board_entries(bigint,bigint,bigint[])', '(above bigint, up_to bigint, user_ids bigint[] DEFAULT NULL::bigint[]) returns TABLE(user_id bigint, board_id text, xp bigint)');
select pg_temp.has_function_nature('xp.board_entries(bigint,bigint,bigint[])', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('xp.board_entries(bigint,bigint,bigint[])', 'nobody');
rollback;
