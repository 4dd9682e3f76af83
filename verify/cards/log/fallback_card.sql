-- Verify gamekeeper:cards/log/fallback_card on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.fallback_card(cards.table_state)', 'execute')
    or has_function_privilege('authenticated', 'cards.fallback_card(cards.table_state)', 'execute')
    or has_function_privilege('service_role', 'cards.fallback_card(cards.table_state)', 'execute')
  then
    raise exception 'cards.fallback_card(cards.table_state) has the wrong privileges';
  end if;
end
$$;
rollback;
