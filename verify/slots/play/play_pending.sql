-- Verify gamekeeper:slots/play/play_pending on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.play_pending(slots.turn,timestamp with time zone,text)', '(turn slots.turn, at timestamp with time zone, by text DEFAULT NULL::text) returns slots.turn');
select pg_temp.has_function_nature('slots.play_pending(slots.turn,timestamp with time zone,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.play_pending(slots.turn,timestamp with time zone,text)', 'nobody');
rollback;
