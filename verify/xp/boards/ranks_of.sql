-- Verify gamekeeper:xp/boards/ranks_of on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.ranks_of(text,uuid[])', '(season_id text, public_ids uuid[]) returns SETOF xp.board_entry');
select pg_temp.has_function_nature('xp.ranks_of(text,uuid[])', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.ranks_of(text,uuid[])', 'authenticated, service_role');
rollback;
