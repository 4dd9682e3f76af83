-- Verify gamekeeper:slots/sessions/check_transition on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.check_transition()', 'execute') or has_function_privilege('authenticated', 'slots.check_transition()', 'execute') or has_function_privilege('service_role', 'slots.check_transition()', 'execute') then
    raise exception 'slots.check_transition is executable by the wrong roles';
  end if;
end
$$;
rollback;
