-- Verify gamekeeper:sparc/people/handle_new_user on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('auth.users', 'on_auth_user_created', 'AFTER INSERT FOR EACH ROW EXECUTE FUNCTION sparc.handle_new_user()');
select pg_temp.has_function('sparc.handle_new_user()', '() returns trigger');
select pg_temp.has_function_nature('sparc.handle_new_user()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.handle_new_user()', 'nobody');
select pg_temp.is_true(
  'a sign-up makes a profile',
  exists (select from pg_trigger as t where t.tgrelid = 'auth.users'::regclass and t.tgfoid = 'sparc.handle_new_user()'::regprocedure and t.tgenabled = 'O')
);
rollback;
