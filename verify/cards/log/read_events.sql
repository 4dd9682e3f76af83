-- Verify gamekeeper:cards/log/read_events on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.read_events(uuid, integer, jsonb)', 'execute')
    or has_function_privilege('authenticated', 'cards.read_events(uuid, integer, jsonb)', 'execute')
    or has_function_privilege('service_role', 'cards.read_events(uuid, integer, jsonb)', 'execute')
  then
    raise exception 'cards.read_events(uuid, integer, jsonb) has the wrong privileges';
  end if;
end
$$;
rollback;
