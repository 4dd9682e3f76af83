-- Verify gamekeeper:slots/reports/record_metric on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.record_metric(uuid, text, numeric)', 'execute') or not has_function_privilege('authenticated', 'slots.record_metric(uuid, text, numeric)', 'execute') or not has_function_privilege('service_role', 'slots.record_metric(uuid, text, numeric)', 'execute') then
    raise exception 'slots.record_metric is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.record_metric(uuid, text, numeric)'::regprocedure) then
    raise exception 'slots.record_metric is no definer function with a pinned path';
  end if;
end
$$;
rollback;
