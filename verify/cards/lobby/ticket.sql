-- Verify gamekeeper:cards/lobby/ticket on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.ticket') is null then
    raise exception 'type cards.ticket is missing';
  end if;
  if has_function_privilege('anon', 'cards.make_ticket(uuid, uuid)', 'execute')
    or has_function_privilege('authenticated', 'cards.make_ticket(uuid, uuid)', 'execute')
    or has_function_privilege('service_role', 'cards.make_ticket(uuid, uuid)', 'execute')
  then
    raise exception 'cards.make_ticket(uuid, uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
