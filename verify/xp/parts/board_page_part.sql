-- Verify gamekeeper:xp/parts/board_page_part on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.board_page_part(integer,text,bigint,bigint,integer,boolean)', '(map_version integer, season_id text, from_xp bigint, from_user_id bigint, page_size integer, is_upward boolean DEFAULT false) returns SETOF xp.board_part');
select pg_temp.has_function_nature('xp.board_page_part(integer,text,bigint,bigint,integer,boolean)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('xp.board_page_part(integer,text,bigint,bigint,integer,boolean)', 'nobody');
rollback;
