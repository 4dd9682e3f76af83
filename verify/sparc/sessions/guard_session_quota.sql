-- Verify gamekeeper:sparc/sessions/guard_session_quota on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.guard_session_quota()', '() returns trigger');
select pg_temp.has_function_nature('sparc.guard_session_quota()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.guard_session_quota()', 'nobody');
select pg_temp.has_trigger('sparc.sessions', 'guard_session_quota', 'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION sparc.guard_session_quota()');
rollback;
