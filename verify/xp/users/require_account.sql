-- Verify gamekeeper:xp/users/require_account on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.require_account(text)', 'execute')
    or has_function_privilege('authenticated', 'xp.require_account(text)', 'execute')
    or has_function_privilege('service_role', 'xp.require_account(text)', 'execute') then
    raise exception 'xp.account_of has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.require_account(text)'::regprocedure) then
    raise exception 'xp.account_of has the wrong volatility or security';
  end if;
end
$$;
rollback;
