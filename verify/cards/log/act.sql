-- Verify gamekeeper:cards/log/act on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.act(uuid, cards.game_state, text, jsonb, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'cards.act(uuid, cards.game_state, text, jsonb, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'cards.act(uuid, cards.game_state, text, jsonb, timestamptz)', 'execute')
  then
    raise exception 'cards.act(uuid, cards.game_state, text, jsonb, timestamptz) has the wrong privileges';
  end if;
end
$$;
rollback;
