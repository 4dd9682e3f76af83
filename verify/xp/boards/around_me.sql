-- Verify gamekeeper:xp/boards/around_me on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.around_me(text,integer)', '(season_id text, size integer DEFAULT 11) returns SETOF xp.board_entry');
select pg_temp.has_function_nature('xp.around_me(text,integer)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.around_me(text,integer)', 'authenticated, service_role');
rollback;
