-- Verify gamekeeper:cards/log/fold_events on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.fold_events(cards.game_events)', 'execute')
    or not has_function_privilege('authenticated', 'cards.fold_events(cards.game_events)', 'execute')
    or not has_function_privilege('service_role', 'cards.fold_events(cards.game_events)', 'execute')
  then
    raise exception 'cards.fold_events(cards.game_events) has the wrong privileges';
  end if;
end
$$;
rollback;
