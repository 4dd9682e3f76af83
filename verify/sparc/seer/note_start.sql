-- Verify gamekeeper:sparc/seer/note_start on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.note_start()', '() returns trigger');
select pg_temp.has_function_nature('sparc.note_start()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.note_start()', 'nobody');
select pg_temp.has_trigger('sparc.sessions', 'note_start', 'AFTER UPDATE OF status FOR EACH ROW WHEN (((new.status = ''active''::sparc.session_status) AND (old.status = ''starting_soon''::sparc.session_status))) EXECUTE FUNCTION sparc.note_start()');
rollback;
