-- Verify gamekeeper:cards/log/round_event on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.round_event(uuid, cards.table_state)', 'execute')
    or has_function_privilege('authenticated', 'cards.round_event(uuid, cards.table_state)', 'execute')
    or has_function_privilege('service_role', 'cards.round_event(uuid, cards.table_state)', 'execute')
  then
    raise exception 'cards.round_event(uuid, cards.table_state) has the wrong privileges';
  end if;
end
$$;
rollback;
