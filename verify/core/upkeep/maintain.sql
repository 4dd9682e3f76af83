-- Verify gamekeeper:core/upkeep/maintain on pg
begin;
do $$
begin
  if exists (select from core.maintain() where not ok) then
    raise exception 'upkeep fails';
  end if;
  if has_function_privilege('authenticated', 'core.maintain()', 'execute')
    or not has_function_privilege('service_role', 'core.maintain()', 'execute') then
    raise exception 'core.maintain() has the wrong privileges';
  end if;
end
$$;
rollback;
