-- Verify gamekeeper:xp/claims/limit_claims on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.limit_claims(xp.xp_streaks, xp.xp_awards, boolean, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'xp.limit_claims(xp.xp_streaks, xp.xp_awards, boolean, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'xp.limit_claims(xp.xp_streaks, xp.xp_awards, boolean, timestamptz)', 'execute') then
    raise exception 'xp.limit_claims has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or prosecdef from pg_proc where oid = 'xp.limit_claims(xp.xp_streaks, xp.xp_awards, boolean, timestamptz)'::regprocedure) then
    raise exception 'xp.limit_claims has the wrong volatility or security';
  end if;
end
$$;
rollback;
