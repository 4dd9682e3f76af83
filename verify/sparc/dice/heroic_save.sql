-- Verify gamekeeper:sparc/dice/heroic_save on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.heroic_save(uuid)'::regprocedure) then
    raise exception 'sparc.heroic_save(uuid) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.heroic_save(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.heroic_save(uuid)', 'execute')
    or not has_function_privilege('service_role', 'sparc.heroic_save(uuid)', 'execute') then
    raise exception 'sparc.heroic_save(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
