-- Verify gamekeeper:cards/players/my_profile on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.my_profile()', '() returns TABLE(player_id uuid, display_name text, avatar_seed text, color text)');
select pg_temp.has_function_nature('cards.my_profile()', 'plpgsql, stable, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.my_profile()', 'authenticated, service_role');
rollback;
