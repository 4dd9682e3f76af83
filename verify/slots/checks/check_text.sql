-- Verify gamekeeper:slots/checks/check_text on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.check_text(text, text, integer)', 'execute') or has_function_privilege('authenticated', 'slots.check_text(text, text, integer)', 'execute') or has_function_privilege('service_role', 'slots.check_text(text, text, integer)', 'execute') then
    raise exception 'slots.check_text is executable by the wrong roles';
  end if;
end
$$;
rollback;
