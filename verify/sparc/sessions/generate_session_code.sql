-- Verify gamekeeper:sparc/sessions/generate_session_code on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.generate_session_code()', '() returns trigger');
select pg_temp.has_function_nature('sparc.generate_session_code()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.generate_session_code()', 'nobody');
select pg_temp.has_trigger('sparc.sessions', 'set_session_code', 'BEFORE INSERT FOR EACH ROW WHEN ((new.code IS NULL)) EXECUTE FUNCTION sparc.generate_session_code()');
rollback;
