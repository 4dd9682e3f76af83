-- Verify gamekeeper:sparc/sessions/generate_session_code on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.generate_session_code()'::regprocedure) then
    raise exception 'sparc.generate_session_code() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.generate_session_code()', 'execute')
    or has_function_privilege('authenticated', 'sparc.generate_session_code()', 'execute')
    or has_function_privilege('service_role', 'sparc.generate_session_code()', 'execute') then
    raise exception 'sparc.generate_session_code() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.sessions'::regclass and tgname = 'set_session_code' and tgenabled = 'O') then
    raise exception 'sparc.sessions lacks the trigger set_session_code';
  end if;
end
$$;
rollback;
