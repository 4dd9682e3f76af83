-- Verify gamekeeper:cards/log/refuse_event on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.refuse_event(cards.game_events, text)', 'execute')
    or not has_function_privilege('authenticated', 'cards.refuse_event(cards.game_events, text)', 'execute')
    or not has_function_privilege('service_role', 'cards.refuse_event(cards.game_events, text)', 'execute')
  then
    raise exception 'cards.refuse_event(cards.game_events, text) has the wrong privileges';
  end if;
end
$$;
rollback;
