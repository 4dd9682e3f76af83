-- Verify gamekeeper:slots/sessions/find_session on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.find_session(uuid)', 'execute') or has_function_privilege('authenticated', 'slots.find_session(uuid)', 'execute') or has_function_privilege('service_role', 'slots.find_session(uuid)', 'execute') then
    raise exception 'slots.find_session is executable by the wrong roles';
  end if;
end
$$;
rollback;
