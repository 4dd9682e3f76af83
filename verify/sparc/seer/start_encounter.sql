-- Verify gamekeeper:sparc/seer/start_encounter on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.start_encounter(uuid, text)'::regprocedure) then
    raise exception 'sparc.start_encounter(uuid, text) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.start_encounter(uuid, text)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.start_encounter(uuid, text)', 'execute')
    or not has_function_privilege('service_role', 'sparc.start_encounter(uuid, text)', 'execute') then
    raise exception 'sparc.start_encounter(uuid, text) has the wrong privileges';
  end if;
end
$$;
rollback;
