-- Verify gamekeeper:cards/lobby/seat_player on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.seat_player(uuid, cards.table_state, cards.players, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'cards.seat_player(uuid, cards.table_state, cards.players, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'cards.seat_player(uuid, cards.table_state, cards.players, timestamptz)', 'execute')
  then
    raise exception 'cards.seat_player(uuid, cards.table_state, cards.players, timestamptz) has the wrong privileges';
  end if;
end
$$;
rollback;
