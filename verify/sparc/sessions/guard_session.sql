-- Verify gamekeeper:sparc/sessions/guard_session on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.guard_session()'::regprocedure) then
    raise exception 'sparc.guard_session() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.guard_session()', 'execute')
    or has_function_privilege('authenticated', 'sparc.guard_session()', 'execute')
    or has_function_privilege('service_role', 'sparc.guard_session()', 'execute') then
    raise exception 'sparc.guard_session() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.sessions'::regclass and tgname = 'guard_session' and tgenabled = 'O') then
    raise exception 'sparc.sessions lacks the trigger guard_session';
  end if;
end
$$;
rollback;
