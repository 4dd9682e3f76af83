-- Verify gamekeeper:slots/turns/with_outcome on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.with_outcome(slots.sessions,numeric,numeric)', '(session slots.sessions, payout numeric, reward numeric) returns slots.sessions');
select pg_temp.has_function_nature('slots.with_outcome(slots.sessions,numeric,numeric)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.with_outcome(slots.sessions,numeric,numeric)', 'nobody');
rollback;
