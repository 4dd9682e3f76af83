-- Verify gamekeeper:slots/learning/observation on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.observation(slots.game_state, numeric, numeric, bigint)', 'execute') or has_function_privilege('authenticated', 'slots.observation(slots.game_state, numeric, numeric, bigint)', 'execute') or has_function_privilege('service_role', 'slots.observation(slots.game_state, numeric, numeric, bigint)', 'execute') then
    raise exception 'slots.observation is executable by the wrong roles';
  end if;
  if slots.observation('Idle', 1, null, 0) ->> 'pendingBet' <> '0' then
    raise exception 'slots.observation gives a wrong answer';
  end if;
end
$$;
rollback;
