-- Verify gamekeeper:slots/wallets/wallet_operation on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.wallet_operation(uuid, text, numeric, text)', 'execute') or not has_function_privilege('authenticated', 'slots.wallet_operation(uuid, text, numeric, text)', 'execute') or not has_function_privilege('service_role', 'slots.wallet_operation(uuid, text, numeric, text)', 'execute') then
    raise exception 'slots.wallet_operation is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.wallet_operation(uuid, text, numeric, text)'::regprocedure) then
    raise exception 'slots.wallet_operation is no definer function with a pinned path';
  end if;
end
$$;
rollback;
