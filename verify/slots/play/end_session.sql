-- Verify gamekeeper:slots/play/end_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.end_session(slots.turn,timestamp with time zone,text)', '(turn slots.turn, at timestamp with time zone, by text DEFAULT NULL::text) returns slots.turn');
select pg_temp.has_function_nature('slots.end_session(slots.turn,timestamp with time zone,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.end_session(slots.turn,timestamp with time zone,text)', 'nobody');
rollback;
