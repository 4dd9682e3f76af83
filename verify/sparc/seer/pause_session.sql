-- Verify gamekeeper:sparc/seer/pause_session on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.pause_session(uuid)'::regprocedure) then
    raise exception 'sparc.pause_session(uuid) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.pause_session(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.pause_session(uuid)', 'execute')
    or not has_function_privilege('service_role', 'sparc.pause_session(uuid)', 'execute') then
    raise exception 'sparc.pause_session(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
