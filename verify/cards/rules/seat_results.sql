-- Verify gamekeeper:cards/rules/seat_results on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.seat_results(cards.table_state)', 'execute')
    or has_function_privilege('authenticated', 'cards.seat_results(cards.table_state)', 'execute')
    or has_function_privilege('service_role', 'cards.seat_results(cards.table_state)', 'execute')
  then
    raise exception 'cards.seat_results(cards.table_state) has the wrong privileges';
  end if;
end
$$;
rollback;
