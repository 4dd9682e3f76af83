-- Verify gamekeeper:sparc/seats/leave_seat on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.leave_seat(sparc.sessions,uuid)', '(session sparc.sessions, user_id uuid) returns sparc.session_players');
select pg_temp.has_function_nature('sparc.leave_seat(sparc.sessions,uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.leave_seat(sparc.sessions,uuid)', 'nobody');
rollback;
