-- Verify gamekeeper:cards/lobby/add_bots on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.add_bots(uuid, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'cards.add_bots(uuid, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'cards.add_bots(uuid, timestamptz)', 'execute')
  then
    raise exception 'cards.add_bots(uuid, timestamptz) has the wrong privileges';
  end if;
end
$$;
rollback;
