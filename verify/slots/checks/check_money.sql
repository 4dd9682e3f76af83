-- Verify gamekeeper:slots/checks/check_money on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.check_money(text, numeric, boolean)', 'execute') or has_function_privilege('authenticated', 'slots.check_money(text, numeric, boolean)', 'execute') or has_function_privilege('service_role', 'slots.check_money(text, numeric, boolean)', 'execute') then
    raise exception 'slots.check_money is executable by the wrong roles';
  end if;
end
$$;
rollback;
