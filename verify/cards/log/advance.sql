-- Verify gamekeeper:cards/log/advance on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.progress') is null then
    raise exception 'type cards.progress is missing';
  end if;
  if has_function_privilege('anon', 'cards.advance(uuid, cards.game_state, cards.game_events[], boolean, jsonb)', 'execute')
    or has_function_privilege('authenticated', 'cards.advance(uuid, cards.game_state, cards.game_events[], boolean, jsonb)', 'execute')
    or has_function_privilege('service_role', 'cards.advance(uuid, cards.game_state, cards.game_events[], boolean, jsonb)', 'execute')
  then
    raise exception 'cards.advance(uuid, cards.game_state, cards.game_events[], boolean, jsonb) has the wrong privileges';
  end if;
end
$$;
rollback;
