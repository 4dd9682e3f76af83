-- Verify gamekeeper:cards/log/append_events on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.append_events(uuid, integer, jsonb)', 'execute')
    or has_function_privilege('authenticated', 'cards.append_events(uuid, integer, jsonb)', 'execute')
    or not has_function_privilege('service_role', 'cards.append_events(uuid, integer, jsonb)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.append_events(uuid, integer, jsonb)'::regprocedure)
  then
    raise exception 'cards.append_events(uuid, integer, jsonb) has the wrong privileges';
  end if;
end
$$;
rollback;
