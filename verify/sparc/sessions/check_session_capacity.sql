-- Verify gamekeeper:sparc/sessions/check_session_capacity on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.check_session_capacity()', '() returns trigger');
select pg_temp.has_function_nature('sparc.check_session_capacity()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.check_session_capacity()', 'nobody');
select pg_temp.has_trigger('sparc.session_players', 'enforce_session_capacity', 'BEFORE INSERT OR UPDATE OF is_active, session_id FOR EACH ROW EXECUTE FUNCTION sparc.check_session_capacity()');
rollback;
