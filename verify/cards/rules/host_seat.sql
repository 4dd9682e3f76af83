-- Verify gamekeeper:cards/rules/host_seat on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.host_seat(cards.table_state)', 'execute')
    or has_function_privilege('authenticated', 'cards.host_seat(cards.table_state)', 'execute')
    or has_function_privilege('service_role', 'cards.host_seat(cards.table_state)', 'execute')
  then
    raise exception 'cards.host_seat(cards.table_state) has the wrong privileges';
  end if;
end
$$;
rollback;
