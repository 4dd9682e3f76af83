-- Verify gamekeeper:slots/learning/reward on pg
begin;
set local role gamekeeper;
do $$
begin
  if not has_function_privilege('anon', 'slots.reward(numeric, numeric, numeric, numeric, boolean)', 'execute') or not has_function_privilege('authenticated', 'slots.reward(numeric, numeric, numeric, numeric, boolean)', 'execute') or not has_function_privilege('service_role', 'slots.reward(numeric, numeric, numeric, numeric, boolean)', 'execute') then
    raise exception 'slots.reward is executable by the wrong roles';
  end if;
  if slots.reward(10, 5, 0.1, 0.5, true) <> 6.05 then
    raise exception 'slots.reward gives a wrong answer';
  end if;
end
$$;
rollback;
