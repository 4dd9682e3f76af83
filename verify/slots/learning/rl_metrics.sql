-- Verify gamekeeper:slots/learning/rl_metrics on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.rl_metrics(uuid, integer)', 'execute') or not has_function_privilege('authenticated', 'slots.rl_metrics(uuid, integer)', 'execute') or not has_function_privilege('service_role', 'slots.rl_metrics(uuid, integer)', 'execute') then
    raise exception 'slots.rl_metrics is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.rl_metrics(uuid, integer)'::regprocedure) then
    raise exception 'slots.rl_metrics is no definer function with a pinned path';
  end if;
end
$$;
rollback;
