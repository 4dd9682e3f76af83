-- Verify gamekeeper:sparc/feed/list_session_events on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.list_session_events(uuid, bigint, integer)'::regprocedure) then
    raise exception 'sparc.list_session_events(uuid, bigint, integer) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.list_session_events(uuid, bigint, integer)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.list_session_events(uuid, bigint, integer)', 'execute')
    or not has_function_privilege('service_role', 'sparc.list_session_events(uuid, bigint, integer)', 'execute') then
    raise exception 'sparc.list_session_events(uuid, bigint, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
