-- Verify gamekeeper:cards/bots/seat_view on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.seat_view') is null then
    raise exception 'type cards.seat_view is missing';
  end if;
  if has_function_privilege('anon', 'cards.seat_view(cards.table_state, integer)', 'execute')
    or has_function_privilege('authenticated', 'cards.seat_view(cards.table_state, integer)', 'execute')
    or has_function_privilege('service_role', 'cards.seat_view(cards.table_state, integer)', 'execute')
  then
    raise exception 'cards.seat_view(cards.table_state, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
