-- Verify gamekeeper:slots/learning/rl_export on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.rl_export(uuid, jsonb, integer)', 'execute') or not has_function_privilege('authenticated', 'slots.rl_export(uuid, jsonb, integer)', 'execute') or not has_function_privilege('service_role', 'slots.rl_export(uuid, jsonb, integer)', 'execute') then
    raise exception 'slots.rl_export is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.rl_export(uuid, jsonb, integer)'::regprocedure) then
    raise exception 'slots.rl_export is no definer function with a pinned path';
  end if;
end
$$;
rollback;
