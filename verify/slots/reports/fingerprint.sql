-- Verify gamekeeper:slots/reports/fingerprint on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.fingerprint(uuid)', 'execute') or not has_function_privilege('authenticated', 'slots.fingerprint(uuid)', 'execute') or not has_function_privilege('service_role', 'slots.fingerprint(uuid)', 'execute') then
    raise exception 'slots.fingerprint is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.fingerprint(uuid)'::regprocedure) then
    raise exception 'slots.fingerprint is no definer function with a pinned path';
  end if;
end
$$;
rollback;
