-- Verify gamekeeper:slots/wallets/create_wallet on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.create_wallet(text, numeric, jsonb, uuid)', 'execute') or not has_function_privilege('authenticated', 'slots.create_wallet(text, numeric, jsonb, uuid)', 'execute') or not has_function_privilege('service_role', 'slots.create_wallet(text, numeric, jsonb, uuid)', 'execute') then
    raise exception 'slots.create_wallet is executable by the wrong roles';
  end if;
  if not (select prosecdef and proconfig = array['search_path=pg_temp'] from pg_proc where oid = 'slots.create_wallet(text, numeric, jsonb, uuid)'::regprocedure) then
    raise exception 'slots.create_wallet is no definer function with a pinned path';
  end if;
end
$$;
rollback;
