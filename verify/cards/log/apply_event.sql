-- Verify gamekeeper:cards/log/apply_event on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.apply_event(cards.table_state, cards.game_events)', 'execute')
    or not has_function_privilege('authenticated', 'cards.apply_event(cards.table_state, cards.game_events)', 'execute')
    or not has_function_privilege('service_role', 'cards.apply_event(cards.table_state, cards.game_events)', 'execute')
  then
    raise exception 'cards.apply_event(cards.table_state, cards.game_events) has the wrong privileges';
  end if;
end
$$;
rollback;
