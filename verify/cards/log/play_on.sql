-- Verify gamekeeper:cards/log/play_on on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.play_on(uuid,cards.table_state,cards.game_events[],text,jsonb,integer)', '(game_id uuid, state cards.table_state, events cards.game_events[], until text, strategies jsonb DEFAULT NULL::jsonb, coming_back integer DEFAULT 0) returns cards.progress');
select pg_temp.has_function_nature('cards.play_on(uuid,cards.table_state,cards.game_events[],text,jsonb,integer)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.play_on(uuid,cards.table_state,cards.game_events[],text,jsonb,integer)', 'nobody');
rollback;
