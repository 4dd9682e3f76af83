-- Verify gamekeeper:slots/checks/check_cost_rate on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.check_cost_rate(jsonb)', 'execute') or has_function_privilege('authenticated', 'slots.check_cost_rate(jsonb)', 'execute') or has_function_privilege('service_role', 'slots.check_cost_rate(jsonb)', 'execute') then
    raise exception 'slots.check_cost_rate is executable by the wrong roles';
  end if;
end
$$;
rollback;
