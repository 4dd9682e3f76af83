-- Verify gamekeeper:core/people/run_new_hook on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('core.person_hooks', 'run_new_hook', 'AFTER INSERT FOR EACH ROW EXECUTE FUNCTION core.run_new_hook()');
select pg_temp.has_function('core.run_new_hook()', '() returns trigger');
select pg_temp.has_function_nature('core.run_new_hook()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.run_new_hook()', 'nobody');
rollback;
