-- Verify gamekeeper:sparc/sessions/prepare_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.prepare_session()', '() returns trigger');
select pg_temp.has_function_nature('sparc.prepare_session()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.prepare_session()', 'nobody');
select pg_temp.has_trigger('sparc.sessions', 'prepare_session', 'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION sparc.prepare_session()');
rollback;
