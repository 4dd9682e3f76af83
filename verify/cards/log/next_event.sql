-- Verify gamekeeper:cards/log/next_event on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.next_event(uuid,cards.table_state,jsonb,integer)', '(game_id uuid, state cards.table_state, strategies jsonb, coming_back integer) returns cards.game_events');
select pg_temp.has_function_nature('cards.next_event(uuid,cards.table_state,jsonb,integer)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.next_event(uuid,cards.table_state,jsonb,integer)', 'nobody');
rollback;
