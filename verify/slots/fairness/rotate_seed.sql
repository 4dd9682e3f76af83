-- Verify gamekeeper:slots/fairness/rotate_seed on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.rotate_seed(uuid, text)', 'execute') or not has_function_privilege('authenticated', 'slots.rotate_seed(uuid, text)', 'execute') or not has_function_privilege('service_role', 'slots.rotate_seed(uuid, text)', 'execute') then
    raise exception 'slots.rotate_seed is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.rotate_seed(uuid, text)'::regprocedure) then
    raise exception 'slots.rotate_seed is no definer function with a pinned path';
  end if;
end
$$;
rollback;
