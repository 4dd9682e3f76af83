-- Verify gamekeeper:sparc/seats/leave_session on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.leave_session(uuid)'::regprocedure) then
    raise exception 'sparc.leave_session(uuid) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.leave_session(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.leave_session(uuid)', 'execute')
    or not has_function_privilege('service_role', 'sparc.leave_session(uuid)', 'execute') then
    raise exception 'sparc.leave_session(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
