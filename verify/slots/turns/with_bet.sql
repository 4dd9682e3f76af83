-- Verify gamekeeper:slots/turns/with_bet on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.with_bet(slots.sessions,numeric,numeric,timestamp with time zone)', '(session slots.sessions, stake numeric, fee numeric, at timestamp with time zone) returns slots.sessions');
select pg_temp.has_function_nature('slots.with_bet(slots.sessions,numeric,numeric,timestamp with time zone)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.with_bet(slots.sessions,numeric,numeric,timestamp with time zone)', 'nobody');
rollback;
