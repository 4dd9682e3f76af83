-- Verify gamekeeper:slots/play/create_session on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.create_session(uuid, jsonb, uuid, text)', 'execute') or not has_function_privilege('authenticated', 'slots.create_session(uuid, jsonb, uuid, text)', 'execute') or not has_function_privilege('service_role', 'slots.create_session(uuid, jsonb, uuid, text)', 'execute') then
    raise exception 'slots.create_session is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.create_session(uuid, jsonb, uuid, text)'::regprocedure) then
    raise exception 'slots.create_session is no definer function with a pinned path';
  end if;
end
$$;
rollback;
