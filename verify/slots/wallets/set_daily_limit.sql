-- Verify gamekeeper:slots/wallets/set_daily_limit on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.set_daily_limit(uuid, numeric)', 'execute') or not has_function_privilege('authenticated', 'slots.set_daily_limit(uuid, numeric)', 'execute') or not has_function_privilege('service_role', 'slots.set_daily_limit(uuid, numeric)', 'execute') then
    raise exception 'slots.set_daily_limit is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.set_daily_limit(uuid, numeric)'::regprocedure) then
    raise exception 'slots.set_daily_limit is no definer function with a pinned path';
  end if;
end
$$;
rollback;
