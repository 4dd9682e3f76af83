-- Verify gamekeeper:cards/reading/rebuild_results on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.rebuild_results(uuid,integer)', '(after_game_id uuid DEFAULT NULL::uuid, games integer DEFAULT 50) returns uuid');
select pg_temp.has_function_nature('cards.rebuild_results(uuid,integer)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, jit=off, search_path=pg_temp');
select pg_temp.has_function_grants('cards.rebuild_results(uuid,integer)', 'service_role');
rollback;
