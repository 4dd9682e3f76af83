-- Verify gamekeeper:slots/play/parse_action on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.parse_action(jsonb)', 'execute') or has_function_privilege('authenticated', 'slots.parse_action(jsonb)', 'execute') or has_function_privilege('service_role', 'slots.parse_action(jsonb)', 'execute') then
    raise exception 'slots.parse_action is executable by the wrong roles';
  end if;
end
$$;
rollback;
