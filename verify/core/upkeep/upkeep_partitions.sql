-- Verify gamekeeper:core/upkeep/upkeep_partitions on pg
begin;
do $$
begin
  if core.upkeep_partitions() !~ '^[0-9]+ made, [0-9]+ dropped$' then
    raise exception 'core.upkeep_partitions() does not say what it did';
  end if;
  if not exists (select from core.upkeep_tasks where task = 'core.partitions') then
    raise exception 'core.partitions is no upkeep task';
  end if;
end
$$;
rollback;
