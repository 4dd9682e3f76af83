-- Verify gamekeeper:cards/play/legal_moves on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.legal_moves(uuid)', '(game_id uuid) returns SETOF text');
select pg_temp.has_function_nature('cards.legal_moves(uuid)', 'plpgsql, stable, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.legal_moves(uuid)', 'authenticated, service_role');
rollback;
