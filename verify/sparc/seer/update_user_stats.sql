-- Verify gamekeeper:sparc/seer/update_user_stats on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('sparc.sessions', 'on_session_complete', 'AFTER UPDATE OF status FOR EACH ROW WHEN (((new.status = ''completed''::sparc.session_status) AND (old.status <> ''completed''::sparc.session_status))) EXECUTE FUNCTION sparc.update_user_stats()');
select pg_temp.has_function('sparc.update_user_stats()', '() returns trigger');
select pg_temp.has_function_nature('sparc.update_user_stats()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.update_user_stats()', 'nobody');
rollback;
