-- Verify gamekeeper:sparc/sessions/may_see_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.may_see_session(sparc.sessions)', '(session sparc.sessions) returns boolean');
select pg_temp.has_function_nature('sparc.may_see_session(sparc.sessions)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('sparc.may_see_session(sparc.sessions)', 'nobody');
rollback;
