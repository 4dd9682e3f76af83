-- Verify gamekeeper:slots/play/take_action on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.take_action(slots.turn,slots.player_action,text,timestamp with time zone)', '(turn slots.turn, action slots.player_action, idempotency_key text, at timestamp with time zone) returns slots.turn');
select pg_temp.has_function_nature('slots.take_action(slots.turn,slots.player_action,text,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.take_action(slots.turn,slots.player_action,text,timestamp with time zone)', 'nobody');
rollback;
