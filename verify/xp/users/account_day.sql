-- Verify gamekeeper:xp/users/account_day on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.account_day(xp.xp_users, jsonb, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'xp.account_day(xp.xp_users, jsonb, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'xp.account_day(xp.xp_users, jsonb, timestamptz)', 'execute') then
    raise exception 'xp.account_day has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.account_day(xp.xp_users, jsonb, timestamptz)'::regprocedure) then
    raise exception 'xp.account_day has the wrong volatility or security';
  end if;
end
$$;
rollback;
