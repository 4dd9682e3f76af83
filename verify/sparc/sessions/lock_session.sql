-- Verify gamekeeper:sparc/sessions/lock_session on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.lock_session(uuid)'::regprocedure) then
    raise exception 'sparc.lock_session(uuid) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.lock_session(uuid)', 'execute')
    or has_function_privilege('authenticated', 'sparc.lock_session(uuid)', 'execute')
    or has_function_privilege('service_role', 'sparc.lock_session(uuid)', 'execute') then
    raise exception 'sparc.lock_session(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
