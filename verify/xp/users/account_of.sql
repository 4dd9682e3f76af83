-- Verify gamekeeper:xp/users/account_of on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.account_of(text)', 'execute')
    or has_function_privilege('authenticated', 'xp.account_of(text)', 'execute')
    or has_function_privilege('service_role', 'xp.account_of(text)', 'execute') then
    raise exception 'xp.account_of has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.account_of(text)'::regprocedure) then
    raise exception 'xp.account_of has the wrong volatility or security';
  end if;
end
$$;
rollback;
