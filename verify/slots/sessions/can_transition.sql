-- Verify gamekeeper:slots/sessions/can_transition on pg
begin;
set local role gamekeeper;
do $$
begin
  if not has_function_privilege('anon', 'slots.can_transition(slots.game_state, slots.game_state)', 'execute') or not has_function_privilege('authenticated', 'slots.can_transition(slots.game_state, slots.game_state)', 'execute') or not has_function_privilege('service_role', 'slots.can_transition(slots.game_state, slots.game_state)', 'execute') then
    raise exception 'slots.can_transition is executable by the wrong roles';
  end if;
  if not slots.can_transition('Idle', 'Initialized') or slots.can_transition('Completed', 'Idle') then
    raise exception 'slots.can_transition gives a wrong answer';
  end if;
end
$$;
rollback;
