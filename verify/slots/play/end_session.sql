-- Verify gamekeeper:slots/play/end_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.end_session(slots.turn,timestamp with time zone,text,jsonb)', '(turn slots.turn, at timestamp with time zone, by text DEFAULT NULL::text, action jsonb DEFAULT ''{"type": "CashOut"}''::jsonb) returns slots.turn');
select pg_temp.has_function_nature('slots.end_session(slots.turn,timestamp with time zone,text,jsonb)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.end_session(slots.turn,timestamp with time zone,text,jsonb)', 'nobody');
rollback;
