-- Verify gamekeeper:core/upkeep/upkeep_rate_limits on pg
begin;
do $$
begin
  if core.upkeep_rate_limits() !~ '^[0-9]+ forgotten$' then
    raise exception 'core.upkeep_rate_limits() does not say what it did';
  end if;
  if not exists (select from core.upkeep_tasks where task = 'core.rate_limits') then
    raise exception 'core.rate_limits is no upkeep task';
  end if;
end
$$;
rollback;
