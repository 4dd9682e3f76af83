-- Verify gamekeeper:xp/parts/board_members_part on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.board_members_part(integer,text,uuid[])', '(map_version integer, season_id text, public_ids uuid[]) returns SETOF xp.board_part');
select pg_temp.has_function_nature('xp.board_members_part(integer,text,uuid[])', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('xp.board_members_part(integer,text,uuid[])', 'nobody');
rollback;
