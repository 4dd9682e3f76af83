-- Verify gamekeeper:slots/play/record_step on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.record_step(slots.sessions,slots.sessions,numeric,jsonb,jsonb,numeric,bigint,timestamp with time zone)', '(before slots.sessions, after slots.sessions, balance numeric, action jsonb, result jsonb, reward numeric, nonce bigint, at timestamp with time zone) returns slots.act_result');
select pg_temp.has_function_nature('slots.record_step(slots.sessions,slots.sessions,numeric,jsonb,jsonb,numeric,bigint,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.record_step(slots.sessions,slots.sessions,numeric,jsonb,jsonb,numeric,bigint,timestamp with time zone)', 'nobody');
rollback;
