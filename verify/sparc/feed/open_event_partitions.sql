-- Verify gamekeeper:sparc/feed/open_event_partitions on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.open_event_partitions()'::regprocedure) then
    raise exception 'sparc.open_event_partitions() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.open_event_partitions()', 'execute')
    or has_function_privilege('authenticated', 'sparc.open_event_partitions()', 'execute')
    or not has_function_privilege('service_role', 'sparc.open_event_partitions()', 'execute') then
    raise exception 'sparc.open_event_partitions() has the wrong privileges';
  end if;
end
$$;
rollback;
