-- Verify gamekeeper:xp/ledger/open_account on pg
begin;
set local role gamekeeper;
do $$
begin
  if not exists (select from pg_trigger where tgrelid = 'xp.xp_users'::regclass and tgname = 'open_account' and tgenabled = 'O') then
    raise exception 'xp.xp_users has no trigger open_account';
  end if;
  if has_function_privilege('anon', 'xp.open_account()', 'execute')
    or has_function_privilege('authenticated', 'xp.open_account()', 'execute')
    or has_function_privilege('service_role', 'xp.open_account()', 'execute') then
    raise exception 'xp.open_account has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.open_account()'::regprocedure) then
    raise exception 'xp.open_account has the wrong volatility or security';
  end if;
end
$$;
rollback;
