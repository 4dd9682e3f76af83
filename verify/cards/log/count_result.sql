-- Verify gamekeeper:cards/log/count_result on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.count_result(cards.game_players, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'cards.count_result(cards.game_players, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'cards.count_result(cards.game_players, timestamptz)', 'execute')
  then
    raise exception 'cards.count_result(cards.game_players, timestamptz) has the wrong privileges';
  end if;
end
$$;
rollback;
