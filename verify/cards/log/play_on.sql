-- Verify gamekeeper:cards/log/play_on on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.play_on(uuid, cards.table_state, cards.game_events[], boolean, jsonb)', 'execute')
    or has_function_privilege('authenticated', 'cards.play_on(uuid, cards.table_state, cards.game_events[], boolean, jsonb)', 'execute')
    or has_function_privilege('service_role', 'cards.play_on(uuid, cards.table_state, cards.game_events[], boolean, jsonb)', 'execute')
  then
    raise exception 'cards.play_on(uuid, cards.table_state, cards.game_events[], boolean, jsonb) has the wrong privileges';
  end if;
end
$$;
rollback;
