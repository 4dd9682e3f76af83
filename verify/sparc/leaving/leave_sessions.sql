-- Verify gamekeeper:sparc/leaving/leave_sessions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.leave_sessions(uuid)', '(person_id uuid) returns void');
select pg_temp.has_function_nature('sparc.leave_sessions(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.leave_sessions(uuid)', 'nobody');
rollback;
