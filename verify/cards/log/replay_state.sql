-- Verify gamekeeper:cards/log/replay_state on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.replay_state(uuid, integer)', 'execute')
    or has_function_privilege('authenticated', 'cards.replay_state(uuid, integer)', 'execute')
    or has_function_privilege('service_role', 'cards.replay_state(uuid, integer)', 'execute')
  then
    raise exception 'cards.replay_state(uuid, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
