-- Verify gamekeeper:slots/turns/with_entries on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.with_entries(slots.turn,text[],numeric[],text,timestamp with time zone,text)', '(turn slots.turn, kinds text[], amounts numeric[], idempotency_key text, at timestamp with time zone, part text DEFAULT NULL::text) returns slots.turn');
select pg_temp.has_function_nature('slots.with_entries(slots.turn,text[],numeric[],text,timestamp with time zone,text)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.with_entries(slots.turn,text[],numeric[],text,timestamp with time zone,text)', 'nobody');
rollback;
