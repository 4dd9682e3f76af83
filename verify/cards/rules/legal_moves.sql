-- Verify gamekeeper:cards/rules/legal_moves on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.legal_moves(cards.table_state,uuid)', '(state cards.table_state, player_id uuid) returns SETOF text');
select pg_temp.has_function_nature('cards.legal_moves(cards.table_state,uuid)', 'plpgsql, stable, parallel safe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.legal_moves(cards.table_state,uuid)', 'authenticated, service_role');
rollback;
