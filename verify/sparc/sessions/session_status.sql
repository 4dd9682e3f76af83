-- Verify gamekeeper:sparc/sessions/session_status on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('sparc.session_status', 'enum waiting, starting_soon, active, paused, completed, cancelled');
rollback;
