-- Verify gamekeeper:xp/parts/board_ahead_part on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.board_ahead_part(integer,text,bigint[])', '(map_version integer, season_id text, scores bigint[]) returns SETOF bigint[]');
select pg_temp.has_function_nature('xp.board_ahead_part(integer,text,bigint[])', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('xp.board_ahead_part(integer,text,bigint[])', 'nobody');
rollback;
