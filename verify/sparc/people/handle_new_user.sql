-- Verify gamekeeper:sparc/people/handle_new_user on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.handle_new_user()'::regprocedure) then
    raise exception 'sparc.handle_new_user() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.handle_new_user()', 'execute')
    or has_function_privilege('authenticated', 'sparc.handle_new_user()', 'execute')
    or has_function_privilege('service_role', 'sparc.handle_new_user()', 'execute') then
    raise exception 'sparc.handle_new_user() has the wrong privileges';
  end if;
  if not exists (
    select from pg_constraint
    where conrelid = 'sparc.users'::regclass and confrelid = 'auth.users'::regclass and contype = 'f' and confdeltype = 'c'
  ) then
    raise exception 'sparc.users does not refer to auth.users';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'auth.users'::regclass and tgfoid = 'sparc.handle_new_user'::regproc) <> 1 then
    raise exception 'the sign-up trigger is missing';
  end if;
  if exists (select id from auth.users except select id from sparc.users) then
    raise exception 'a user has no profile';
  end if;
end
$$;
rollback;
