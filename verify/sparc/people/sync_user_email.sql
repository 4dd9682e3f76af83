-- Verify gamekeeper:sparc/people/sync_user_email on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.sync_user_email()'::regprocedure) then
    raise exception 'sparc.sync_user_email() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.sync_user_email()', 'execute')
    or has_function_privilege('authenticated', 'sparc.sync_user_email()', 'execute')
    or has_function_privilege('service_role', 'sparc.sync_user_email()', 'execute') then
    raise exception 'sparc.sync_user_email() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'auth.users'::regclass and tgfoid = 'sparc.sync_user_email'::regproc) then
    raise exception 'the trigger on a changed address is missing';
  end if;
end
$$;
rollback;
