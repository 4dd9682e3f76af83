-- Verify gamekeeper:core/upkeep/health_checks on pg
begin;
do $$
begin
  perform name, function, meaning from core.health_checks where false;
  if has_table_privilege('anon', 'core.health_checks', 'select') or has_table_privilege('service_role', 'core.health_checks', 'select') then
    raise exception 'core.health_checks has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'core.health_checks'::regclass) then
    raise exception 'core.health_checks has no row level security';
  end if;
end
$$;
rollback;
