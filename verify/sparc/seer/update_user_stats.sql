-- Verify gamekeeper:sparc/seer/update_user_stats on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.update_user_stats()'::regprocedure) then
    raise exception 'sparc.update_user_stats() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.update_user_stats()', 'execute')
    or has_function_privilege('authenticated', 'sparc.update_user_stats()', 'execute')
    or has_function_privilege('service_role', 'sparc.update_user_stats()', 'execute') then
    raise exception 'sparc.update_user_stats() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.sessions'::regclass and tgname = 'on_session_complete' and tgenabled = 'O') then
    raise exception 'sparc.sessions lacks the trigger on_session_complete';
  end if;
end
$$;
rollback;
