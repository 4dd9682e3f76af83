-- Verify gamekeeper:sparc/seats/leave_seat on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.leave_seat(sparc.sessions, uuid)'::regprocedure) then
    raise exception 'sparc.leave_seat(sparc.sessions, uuid) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.leave_seat(sparc.sessions, uuid)', 'execute')
    or has_function_privilege('authenticated', 'sparc.leave_seat(sparc.sessions, uuid)', 'execute')
    or has_function_privilege('service_role', 'sparc.leave_seat(sparc.sessions, uuid)', 'execute') then
    raise exception 'sparc.leave_seat(sparc.sessions, uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
