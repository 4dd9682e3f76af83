-- Verify gamekeeper:slots/play/check_action on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.check_action(slots.sessions, slots.player_action)', 'execute') or has_function_privilege('authenticated', 'slots.check_action(slots.sessions, slots.player_action)', 'execute') or has_function_privilege('service_role', 'slots.check_action(slots.sessions, slots.player_action)', 'execute') then
    raise exception 'slots.check_action is executable by the wrong roles';
  end if;
end
$$;
rollback;
