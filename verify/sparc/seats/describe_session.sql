-- Verify gamekeeper:sparc/seats/describe_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.describe_session(sparc.sessions)', '(session sparc.sessions) returns SETOF sparc.session_listing');
select pg_temp.has_function_nature('sparc.describe_session(sparc.sessions)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('sparc.describe_session(sparc.sessions)', 'nobody');
rollback;
