-- Verify gamekeeper:sparc/seer/may_take_over on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.may_take_over(sparc.sessions,uuid)', '(session sparc.sessions, user_id uuid) returns boolean');
select pg_temp.has_function_nature('sparc.may_take_over(sparc.sessions,uuid)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('sparc.may_take_over(sparc.sessions,uuid)', 'nobody');
rollback;
