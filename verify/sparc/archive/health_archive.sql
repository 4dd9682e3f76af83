-- Verify gamekeeper:sparc/archive/health_archive on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.health_archive()'::regprocedure) then
    raise exception 'sparc.health_archive() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.health_archive()', 'execute')
    or has_function_privilege('authenticated', 'sparc.health_archive()', 'execute')
    or has_function_privilege('service_role', 'sparc.health_archive()', 'execute') then
    raise exception 'sparc.health_archive() has the wrong privileges';
  end if;
end
$$;
rollback;
