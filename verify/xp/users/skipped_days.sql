-- Verify gamekeeper:xp/users/skipped_days on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.skipped_days(xp.xp_users, jsonb, date, date)', 'execute')
    or has_function_privilege('authenticated', 'xp.skipped_days(xp.xp_users, jsonb, date, date)', 'execute')
    or has_function_privilege('service_role', 'xp.skipped_days(xp.xp_users, jsonb, date, date)', 'execute') then
    raise exception 'xp.skipped_days has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.skipped_days(xp.xp_users, jsonb, date, date)'::regprocedure) then
    raise exception 'xp.skipped_days has the wrong volatility or security';
  end if;
end
$$;
rollback;
