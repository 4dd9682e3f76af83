-- Verify gamekeeper:sparc/seats/soften_delete on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('sparc.characters', 'soften_delete', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION sparc.soften_delete()');
select pg_temp.has_function('sparc.soften_delete()', '() returns trigger');
select pg_temp.has_function_nature('sparc.soften_delete()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.soften_delete()', 'nobody');
rollback;
