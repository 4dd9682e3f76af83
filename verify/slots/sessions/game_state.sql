-- Verify gamekeeper:slots/sessions/game_state on pg
begin;
set local role gamekeeper;
do $$
begin
  if array_to_string(enum_range(null::slots.game_state), ' ') <> 'Idle Initialized Probing Playing Evaluating Completed' then
    raise exception 'slots.game_state has other states';
  end if;
end
$$;
rollback;
