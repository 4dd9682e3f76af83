-- Verify gamekeeper:sparc/archive/archive_sessions on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.archive_sessions()'::regprocedure) then
    raise exception 'sparc.archive_sessions() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.archive_sessions()', 'execute')
    or has_function_privilege('authenticated', 'sparc.archive_sessions()', 'execute')
    or not has_function_privilege('service_role', 'sparc.archive_sessions()', 'execute') then
    raise exception 'sparc.archive_sessions() has the wrong privileges';
  end if;
end
$$;
rollback;
