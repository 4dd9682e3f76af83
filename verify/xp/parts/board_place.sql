-- Verify gamekeeper:xp/parts/board_place on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.board_place(text,bigint)', '(season_id text, user_id bigint DEFAULT NULL::bigint) returns xp.board_part');
select pg_temp.has_function_nature('xp.board_place(text,bigint)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('xp.board_place(text,bigint)', 'nobody');
rollback;
