-- Verify gamekeeper:slots/reports/roll_up_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.roll_up_session(slots.sessions,timestamp with time zone)', '(session slots.sessions, at timestamp with time zone) returns void');
select pg_temp.has_function_nature('slots.roll_up_session(slots.sessions,timestamp with time zone)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.roll_up_session(slots.sessions,timestamp with time zone)', 'nobody');
rollback;
