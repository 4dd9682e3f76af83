-- Verify gamekeeper:cards/log/bring_players on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.bring_players(cards.game_events[])', 'execute')
    or has_function_privilege('authenticated', 'cards.bring_players(cards.game_events[])', 'execute')
    or has_function_privilege('service_role', 'cards.bring_players(cards.game_events[])', 'execute')
  then
    raise exception 'cards.bring_players(cards.game_events[]) has the wrong privileges';
  end if;
end
$$;
rollback;
