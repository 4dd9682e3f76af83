-- Verify gamekeeper:cards/bots/bot_card on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.bot_card(cards.seat_view, jsonb, text)', 'execute')
    or has_function_privilege('authenticated', 'cards.bot_card(cards.seat_view, jsonb, text)', 'execute')
    or has_function_privilege('service_role', 'cards.bot_card(cards.seat_view, jsonb, text)', 'execute')
  then
    raise exception 'cards.bot_card(cards.seat_view, jsonb, text) has the wrong privileges';
  end if;
end
$$;
rollback;
