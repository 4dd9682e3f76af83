-- Verify gamekeeper:sparc/sessions/lock_session_as_seer on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.lock_session_as_seer(uuid)'::regprocedure) then
    raise exception 'sparc.lock_session_as_seer(uuid) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.lock_session_as_seer(uuid)', 'execute')
    or has_function_privilege('authenticated', 'sparc.lock_session_as_seer(uuid)', 'execute')
    or has_function_privilege('service_role', 'sparc.lock_session_as_seer(uuid)', 'execute') then
    raise exception 'sparc.lock_session_as_seer(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
