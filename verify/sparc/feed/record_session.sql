-- Verify gamekeeper:sparc/feed/record_session on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.record_session()'::regprocedure) then
    raise exception 'sparc.record_session() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.record_session()', 'execute')
    or has_function_privilege('authenticated', 'sparc.record_session()', 'execute')
    or has_function_privilege('service_role', 'sparc.record_session()', 'execute') then
    raise exception 'sparc.record_session() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.sessions'::regclass and tgname = 'record_session_insert' and tgenabled = 'O') then
    raise exception 'sparc.sessions lacks the trigger record_session_insert';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.sessions'::regclass and tgname = 'record_session_update' and tgenabled = 'O') then
    raise exception 'sparc.sessions lacks the trigger record_session_update';
  end if;
end
$$;
rollback;
