-- Verify gamekeeper:core/upkeep/partitioned_tables on pg
begin;
do $$
begin
  perform table_name, period, ahead, retention from core.partitioned_tables where false;
  if has_table_privilege('anon', 'core.partitioned_tables', 'select') or has_table_privilege('service_role', 'core.partitioned_tables', 'select') then
    raise exception 'core.partitioned_tables has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'core.partitioned_tables'::regclass) then
    raise exception 'core.partitioned_tables has no row level security';
  end if;
end
$$;
rollback;
