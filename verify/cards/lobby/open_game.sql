-- Verify gamekeeper:cards/lobby/open_game on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.open_game(cards.players, jsonb, boolean, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'cards.open_game(cards.players, jsonb, boolean, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'cards.open_game(cards.players, jsonb, boolean, timestamptz)', 'execute')
  then
    raise exception 'cards.open_game(cards.players, jsonb, boolean, timestamptz) has the wrong privileges';
  end if;
end
$$;
rollback;
