-- Verify gamekeeper:sparc/sessions/require_transition on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.require_transition(sparc.session_status,sparc.session_status)', '(from_status sparc.session_status, to_status sparc.session_status) returns void');
select pg_temp.has_function_nature('sparc.require_transition(sparc.session_status,sparc.session_status)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('sparc.require_transition(sparc.session_status,sparc.session_status)', 'nobody');
rollback;
