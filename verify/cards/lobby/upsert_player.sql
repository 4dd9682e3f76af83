-- Verify gamekeeper:cards/lobby/upsert_player on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.upsert_player(text,text,text)', '(display_name text, avatar_seed text, color text) returns cards.players');
select pg_temp.has_function_nature('cards.upsert_player(text,text,text)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.upsert_player(text,text,text)', 'authenticated, service_role');
rollback;
