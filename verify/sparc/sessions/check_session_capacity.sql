-- Verify gamekeeper:sparc/sessions/check_session_capacity on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.check_session_capacity()'::regprocedure) then
    raise exception 'sparc.check_session_capacity() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.check_session_capacity()', 'execute')
    or has_function_privilege('authenticated', 'sparc.check_session_capacity()', 'execute')
    or has_function_privilege('service_role', 'sparc.check_session_capacity()', 'execute') then
    raise exception 'sparc.check_session_capacity() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.session_players'::regclass and tgname = 'enforce_session_capacity' and tgenabled = 'O') then
    raise exception 'sparc.session_players lacks the trigger enforce_session_capacity';
  end if;
end
$$;
rollback;
