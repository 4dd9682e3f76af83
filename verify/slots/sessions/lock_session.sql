-- Verify gamekeeper:slots/sessions/lock_session on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.lock_session(uuid)', 'execute') or has_function_privilege('authenticated', 'slots.lock_session(uuid)', 'execute') or has_function_privilege('service_role', 'slots.lock_session(uuid)', 'execute') then
    raise exception 'slots.lock_session is executable by the wrong roles';
  end if;
end
$$;
rollback;
