-- Verify gamekeeper:sparc/seer/end_session on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.end_session(uuid, sparc.session_status)'::regprocedure) then
    raise exception 'sparc.end_session(uuid, sparc.session_status) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.end_session(uuid, sparc.session_status)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.end_session(uuid, sparc.session_status)', 'execute')
    or not has_function_privilege('service_role', 'sparc.end_session(uuid, sparc.session_status)', 'execute') then
    raise exception 'sparc.end_session(uuid, sparc.session_status) has the wrong privileges';
  end if;
end
$$;
rollback;
