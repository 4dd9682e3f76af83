-- Verify gamekeeper:slots/fairness/verify_spin on pg
begin;
set local role gamekeeper;
do $$
begin
  if not has_function_privilege('anon', 'slots.verify_spin(uuid, bytea, text, bigint)', 'execute') or not has_function_privilege('authenticated', 'slots.verify_spin(uuid, bytea, text, bigint)', 'execute') or not has_function_privilege('service_role', 'slots.verify_spin(uuid, bytea, text, bigint)', 'execute') then
    raise exception 'slots.verify_spin is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.verify_spin(uuid, bytea, text, bigint)'::regprocedure) then
    raise exception 'slots.verify_spin is no definer function with a pinned path';
  end if;
end
$$;
rollback;
