-- Verify gamekeeper:slots/wallets/reconcile_wallets on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.reconcile_wallets()', 'execute') or not has_function_privilege('authenticated', 'slots.reconcile_wallets()', 'execute') or not has_function_privilege('service_role', 'slots.reconcile_wallets()', 'execute') then
    raise exception 'slots.reconcile_wallets is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.reconcile_wallets()'::regprocedure) then
    raise exception 'slots.reconcile_wallets is no definer function with a pinned path';
  end if;
end
$$;
rollback;
