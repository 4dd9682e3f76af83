-- Verify gamekeeper:slots/sessions/list_events on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.list_events(uuid, bigint, integer)', 'execute') or not has_function_privilege('authenticated', 'slots.list_events(uuid, bigint, integer)', 'execute') or not has_function_privilege('service_role', 'slots.list_events(uuid, bigint, integer)', 'execute') then
    raise exception 'slots.list_events is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.list_events(uuid, bigint, integer)'::regprocedure) then
    raise exception 'slots.list_events is no definer function with a pinned path';
  end if;
end
$$;
rollback;
