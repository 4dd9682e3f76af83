-- Verify gamekeeper:slots/play/act on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.act(uuid, jsonb, text)', 'execute') or not has_function_privilege('authenticated', 'slots.act(uuid, jsonb, text)', 'execute') or not has_function_privilege('service_role', 'slots.act(uuid, jsonb, text)', 'execute') then
    raise exception 'slots.act is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.act(uuid, jsonb, text)'::regprocedure) then
    raise exception 'slots.act is no definer function with a pinned path';
  end if;
end
$$;
rollback;
