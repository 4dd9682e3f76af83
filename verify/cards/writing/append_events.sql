-- Verify gamekeeper:cards/writing/append_events on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.append_events(uuid,integer,jsonb)', '(game_id uuid, expected_index integer, events jsonb) returns integer');
select pg_temp.has_function_nature('cards.append_events(uuid,integer,jsonb)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('cards.append_events(uuid,integer,jsonb)', 'service_role');
rollback;
