-- Verify gamekeeper:slots/turns/with_step on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.with_step(slots.turn,slots.sessions,jsonb,jsonb,numeric,bigint,timestamp with time zone)', '(turn slots.turn, before slots.sessions, action jsonb, result jsonb, reward numeric, nonce bigint, at timestamp with time zone) returns slots.turn');
select pg_temp.has_function_nature('slots.with_step(slots.turn,slots.sessions,jsonb,jsonb,numeric,bigint,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.with_step(slots.turn,slots.sessions,jsonb,jsonb,numeric,bigint,timestamp with time zone)', 'nobody');
rollback;
