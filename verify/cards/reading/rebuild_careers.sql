-- Verify gamekeeper:cards/reading/rebuild_careers on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.rebuild_careers(uuid,integer)', '(after_player_id uuid DEFAULT NULL::uuid, players integer DEFAULT 100) returns uuid');
select pg_temp.has_function_nature('cards.rebuild_careers(uuid,integer)', 'plpgsql, volatile, parallel unsafe, security definer, jit=off, search_path=pg_temp');
select pg_temp.has_function_grants('cards.rebuild_careers(uuid,integer)', 'service_role');
rollback;
