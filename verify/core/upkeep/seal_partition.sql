-- Verify gamekeeper:core/upkeep/seal_partition on pg
begin;
do $$
begin
  if has_function_privilege('service_role', 'core.seal_partition(regclass, regclass)', 'execute') then
    raise exception 'service_role can execute core.seal_partition';
  end if;
end
$$;
rollback;
