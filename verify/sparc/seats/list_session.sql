-- Verify gamekeeper:sparc/seats/list_session on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.list_session(sparc.sessions)'::regprocedure) then
    raise exception 'sparc.list_session(sparc.sessions) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.list_session(sparc.sessions)', 'execute')
    or has_function_privilege('authenticated', 'sparc.list_session(sparc.sessions)', 'execute')
    or has_function_privilege('service_role', 'sparc.list_session(sparc.sessions)', 'execute') then
    raise exception 'sparc.list_session(sparc.sessions) has the wrong privileges';
  end if;
end
$$;
rollback;
