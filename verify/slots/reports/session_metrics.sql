-- Verify gamekeeper:slots/reports/session_metrics on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.session_metrics()', 'execute') or not has_function_privilege('authenticated', 'slots.session_metrics()', 'execute') or not has_function_privilege('service_role', 'slots.session_metrics()', 'execute') then
    raise exception 'slots.session_metrics is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.session_metrics()'::regprocedure) then
    raise exception 'slots.session_metrics is no definer function with a pinned path';
  end if;
end
$$;
rollback;
