-- Verify gamekeeper:slots/play/play_actions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.play_actions(slots.turn,slots.player_action[],text,timestamp with time zone,text,jsonb)', '(turn slots.turn, actions slots.player_action[], idempotency_key text, at timestamp with time zone, by text DEFAULT NULL::text, observed jsonb DEFAULT NULL::jsonb) returns slots.turn');
select pg_temp.has_function_nature('slots.play_actions(slots.turn,slots.player_action[],text,timestamp with time zone,text,jsonb)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.play_actions(slots.turn,slots.player_action[],text,timestamp with time zone,text,jsonb)', 'nobody');
rollback;
