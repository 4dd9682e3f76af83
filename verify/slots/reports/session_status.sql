-- Verify gamekeeper:slots/reports/session_status on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.session_status(uuid)', 'execute') or not has_function_privilege('authenticated', 'slots.session_status(uuid)', 'execute') or not has_function_privilege('service_role', 'slots.session_status(uuid)', 'execute') then
    raise exception 'slots.session_status is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.session_status(uuid)'::regprocedure) then
    raise exception 'slots.session_status is no definer function with a pinned path';
  end if;
end
$$;
rollback;
