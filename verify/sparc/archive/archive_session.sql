-- Verify gamekeeper:sparc/archive/archive_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.archive_session()', '() returns trigger');
select pg_temp.has_function_nature('sparc.archive_session()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.archive_session()', 'nobody');
select pg_temp.has_trigger('sparc.sessions', 'archive_session', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION sparc.archive_session()');
select pg_temp.has_trigger('sparc.sessions', 'audit', 'AFTER DELETE FOR EACH ROW WHEN ((old.status <> ''completed''::sparc.session_status)) EXECUTE FUNCTION core.audit(''looking_for'')');
rollback;
