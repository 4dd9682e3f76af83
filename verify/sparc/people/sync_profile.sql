-- Verify gamekeeper:sparc/people/sync_profile on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('auth.users', 'sync_profile', 'AFTER UPDATE OF email, raw_user_meta_data FOR EACH ROW WHEN (((old.email IS DISTINCT FROM new.email) OR (old.raw_user_meta_data IS DISTINCT FROM new.raw_user_meta_data))) EXECUTE FUNCTION sparc.sync_profile()');
select pg_temp.has_function('sparc.sync_profile()', '() returns trigger');
select pg_temp.has_function_nature('sparc.sync_profile()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.sync_profile()', 'nobody');
select pg_temp.is_true(
  'a changed address reaches the profile',
  exists (select from pg_trigger as t where t.tgrelid = 'auth.users'::regclass and t.tgfoid = 'sparc.sync_profile()'::regprocedure and t.tgenabled = 'O')
);
rollback;
