-- Verify gamekeeper:sparc/sessions/prepare_session on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.prepare_session()'::regprocedure) then
    raise exception 'sparc.prepare_session() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.prepare_session()', 'execute')
    or has_function_privilege('authenticated', 'sparc.prepare_session()', 'execute')
    or has_function_privilege('service_role', 'sparc.prepare_session()', 'execute') then
    raise exception 'sparc.prepare_session() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.sessions'::regclass and tgname = 'prepare_session' and tgenabled = 'O') then
    raise exception 'sparc.sessions lacks the trigger prepare_session';
  end if;
end
$$;
rollback;
