-- Verify gamekeeper:cards/reading/list_events on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.list_events(uuid, integer, integer)', 'execute')
    or not has_function_privilege('authenticated', 'cards.list_events(uuid, integer, integer)', 'execute')
    or not has_function_privilege('service_role', 'cards.list_events(uuid, integer, integer)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.list_events(uuid, integer, integer)'::regprocedure)
  then
    raise exception 'cards.list_events(uuid, integer, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
