-- Verify gamekeeper:slots/play/play_spin on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.play_spin(slots.turn,slots.player_action,numeric,text,timestamp with time zone,text)', '(turn slots.turn, action slots.player_action, fee numeric, idempotency_key text, at timestamp with time zone, by text DEFAULT NULL::text) returns slots.turn');
select pg_temp.has_function_nature('slots.play_spin(slots.turn,slots.player_action,numeric,text,timestamp with time zone,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.play_spin(slots.turn,slots.player_action,numeric,text,timestamp with time zone,text)', 'nobody');
rollback;
