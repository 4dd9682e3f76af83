-- Verify gamekeeper:sparc/seer/end_encounter on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.end_encounter(uuid)'::regprocedure) then
    raise exception 'sparc.end_encounter(uuid) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.end_encounter(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.end_encounter(uuid)', 'execute')
    or not has_function_privilege('service_role', 'sparc.end_encounter(uuid)', 'execute') then
    raise exception 'sparc.end_encounter(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
