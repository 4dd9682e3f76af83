-- Verify gamekeeper:sparc/sessions/can_become on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.can_become(sparc.session_status, sparc.session_status)'::regprocedure) then
    raise exception 'sparc.can_become(sparc.session_status, sparc.session_status) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.can_become(sparc.session_status, sparc.session_status)', 'execute')
    or has_function_privilege('authenticated', 'sparc.can_become(sparc.session_status, sparc.session_status)', 'execute')
    or has_function_privilege('service_role', 'sparc.can_become(sparc.session_status, sparc.session_status)', 'execute') then
    raise exception 'sparc.can_become(sparc.session_status, sparc.session_status) has the wrong privileges';
  end if;
  if not sparc.can_become('paused', 'active') or sparc.can_become('completed', 'active') then
    raise exception 'sessions change in a wrong way';
  end if;
end
$$;
rollback;
