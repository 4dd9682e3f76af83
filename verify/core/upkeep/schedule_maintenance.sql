-- Verify gamekeeper:core/upkeep/schedule_maintenance on pg
begin;
do $$
begin
  if to_regprocedure('core.schedule_maintenance(text)') is null
    or has_function_privilege('service_role', 'core.schedule_maintenance(text)', 'execute') then
    raise exception 'core.schedule_maintenance is missing or open';
  end if;
end
$$;
rollback;
