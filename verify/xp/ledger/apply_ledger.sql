-- Verify gamekeeper:xp/ledger/apply_ledger on pg
begin;
set local role gamekeeper;
do $$
begin
  if not exists (select from pg_trigger where tgrelid = 'xp.xp_ledger'::regclass and tgname = 'apply_ledger' and tgenabled = 'O') then
    raise exception 'xp.xp_ledger has no trigger apply_ledger';
  end if;
  if has_function_privilege('anon', 'xp.apply_ledger()', 'execute')
    or has_function_privilege('authenticated', 'xp.apply_ledger()', 'execute')
    or has_function_privilege('service_role', 'xp.apply_ledger()', 'execute') then
    raise exception 'xp.apply_ledger has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.apply_ledger()'::regprocedure) then
    raise exception 'xp.apply_ledger has the wrong volatility or security';
  end if;
end
$$;
rollback;
