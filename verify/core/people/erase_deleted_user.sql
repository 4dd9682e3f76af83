-- Verify gamekeeper:core/people/erase_deleted_user on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('auth.users', 'erase_deleted_user', 'BEFORE DELETE FOR EACH ROW EXECUTE FUNCTION core.erase_deleted_user()');
select pg_temp.has_function('core.erase_deleted_user()', '() returns trigger');
select pg_temp.has_function_nature('core.erase_deleted_user()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('core.erase_deleted_user()', 'nobody');
rollback;
