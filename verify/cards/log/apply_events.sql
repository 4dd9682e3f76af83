-- Verify gamekeeper:cards/log/apply_events on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.apply_events(cards.table_state,uuid,integer,jsonb)', '(state cards.table_state, game_id uuid, first_index integer, events jsonb) returns cards.table_state');
select pg_temp.has_function_nature('cards.apply_events(cards.table_state,uuid,integer,jsonb)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.apply_events(cards.table_state,uuid,integer,jsonb)', 'nobody');
rollback;
