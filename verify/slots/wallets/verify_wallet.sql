-- Verify gamekeeper:slots/wallets/verify_wallet on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.verify_wallet(uuid)', 'execute') or not has_function_privilege('authenticated', 'slots.verify_wallet(uuid)', 'execute') or not has_function_privilege('service_role', 'slots.verify_wallet(uuid)', 'execute') then
    raise exception 'slots.verify_wallet is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.verify_wallet(uuid)'::regprocedure) then
    raise exception 'slots.verify_wallet is no definer function with a pinned path';
  end if;
end
$$;
rollback;
