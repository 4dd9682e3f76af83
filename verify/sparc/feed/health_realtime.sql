-- Verify gamekeeper:sparc/feed/health_realtime on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.health_realtime()'::regprocedure) then
    raise exception 'sparc.health_realtime() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.health_realtime()', 'execute')
    or has_function_privilege('authenticated', 'sparc.health_realtime()', 'execute')
    or has_function_privilege('service_role', 'sparc.health_realtime()', 'execute') then
    raise exception 'sparc.health_realtime() has the wrong privileges';
  end if;
end
$$;
rollback;
