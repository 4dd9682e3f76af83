-- Verify gamekeeper:sparc/people/sync_user_email on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('auth.users', 'on_auth_user_email_changed', 'AFTER UPDATE OF email FOR EACH ROW WHEN ((old.email IS DISTINCT FROM new.email)) EXECUTE FUNCTION sparc.sync_user_email()');
select pg_temp.has_function('sparc.sync_user_email()', '() returns trigger');
select pg_temp.has_function_nature('sparc.sync_user_email()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.sync_user_email()', 'nobody');
select pg_temp.is_true(
  'a changed address reaches the profile',
  exists (select from pg_trigger as t where t.tgrelid = 'auth.users'::regclass and t.tgfoid = 'sparc.sync_user_email()'::regprocedure and t.tgenabled = 'O')
);
rollback;
