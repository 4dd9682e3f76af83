-- Verify gamekeeper:core/upkeep/upkeep_tasks on pg
begin;
do $$
begin
  perform task, function, meaning, ran_at, ok, detail from core.upkeep_tasks where false;
  if has_table_privilege('anon', 'core.upkeep_tasks', 'select') or has_table_privilege('service_role', 'core.upkeep_tasks', 'select') then
    raise exception 'core.upkeep_tasks has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'core.upkeep_tasks'::regclass) then
    raise exception 'core.upkeep_tasks has no row level security';
  end if;
end
$$;
rollback;
