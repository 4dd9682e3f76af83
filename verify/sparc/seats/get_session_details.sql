-- Verify gamekeeper:sparc/seats/get_session_details on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.get_session_details(uuid)'::regprocedure) then
    raise exception 'sparc.get_session_details(uuid) has the wrong security';
  end if;
  if not has_function_privilege('anon', 'sparc.get_session_details(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.get_session_details(uuid)', 'execute')
    or not has_function_privilege('service_role', 'sparc.get_session_details(uuid)', 'execute') then
    raise exception 'sparc.get_session_details(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
