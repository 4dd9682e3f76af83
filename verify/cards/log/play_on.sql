-- Verify gamekeeper:cards/log/play_on on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.play_on(uuid,cards.table_state,cards.game_events[],boolean,jsonb)', '(game_id uuid, state cards.table_state, events cards.game_events[], automatic boolean, strategies jsonb) returns cards.progress');
select pg_temp.has_function_nature('cards.play_on(uuid,cards.table_state,cards.game_events[],boolean,jsonb)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.play_on(uuid,cards.table_state,cards.game_events[],boolean,jsonb)', 'nobody');
rollback;
