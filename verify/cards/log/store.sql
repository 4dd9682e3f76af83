-- Verify gamekeeper:cards/log/store on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.store(uuid, cards.game_state, cards.progress, timestamptz, boolean, boolean)', 'execute')
    or has_function_privilege('authenticated', 'cards.store(uuid, cards.game_state, cards.progress, timestamptz, boolean, boolean)', 'execute')
    or has_function_privilege('service_role', 'cards.store(uuid, cards.game_state, cards.progress, timestamptz, boolean, boolean)', 'execute')
  then
    raise exception 'cards.store(uuid, cards.game_state, cards.progress, timestamptz, boolean, boolean) has the wrong privileges';
  end if;
end
$$;
rollback;
