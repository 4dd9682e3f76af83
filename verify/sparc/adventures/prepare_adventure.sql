-- Verify gamekeeper:sparc/adventures/prepare_adventure on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('sparc.adventures', 'prepare_adventure', 'BEFORE INSERT OR UPDATE OF content, status, is_valid, validation_errors FOR EACH ROW EXECUTE FUNCTION sparc.prepare_adventure()');
select pg_temp.has_function('sparc.prepare_adventure()', '() returns trigger');
select pg_temp.has_function_nature('sparc.prepare_adventure()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.prepare_adventure()', 'nobody');
rollback;
