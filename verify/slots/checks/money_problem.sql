-- Verify gamekeeper:slots/checks/money_problem on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.money_problem(numeric, boolean)', 'execute') or has_function_privilege('authenticated', 'slots.money_problem(numeric, boolean)', 'execute') or has_function_privilege('service_role', 'slots.money_problem(numeric, boolean)', 'execute') then
    raise exception 'slots.money_problem is executable by the wrong roles';
  end if;
  if slots.money_problem(1.0001, false) is not null or slots.money_problem(1.00001, false) is null then
    raise exception 'slots.money_problem gives a wrong answer';
  end if;
end
$$;
rollback;
