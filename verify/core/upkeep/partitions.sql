-- Verify gamekeeper:core/upkeep/partitions on pg
begin;
do $$
begin
  perform table_name, partition, is_default, starts_at, ends_at from core.partitions where false;
  if has_table_privilege('service_role', 'core.partitions', 'select') then
    raise exception 'core.partitions has the wrong privileges';
  end if;
end
$$;
rollback;
