-- Verify gamekeeper:slots/fairness/seed_session on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.seed_session(uuid, text)', 'execute') or has_function_privilege('authenticated', 'slots.seed_session(uuid, text)', 'execute') or has_function_privilege('service_role', 'slots.seed_session(uuid, text)', 'execute') then
    raise exception 'slots.seed_session is executable by the wrong roles';
  end if;
end
$$;
rollback;
