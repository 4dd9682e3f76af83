-- Verify gamekeeper:xp/claims/decide_claim on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.decide_claim(xp.xp_users, xp.xp_rules, xp.streak_state, text, timestamptz, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'xp.decide_claim(xp.xp_users, xp.xp_rules, xp.streak_state, text, timestamptz, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'xp.decide_claim(xp.xp_users, xp.xp_rules, xp.streak_state, text, timestamptz, timestamptz)', 'execute') then
    raise exception 'xp.decide has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.decide_claim(xp.xp_users, xp.xp_rules, xp.streak_state, text, timestamptz, timestamptz)'::regprocedure) then
    raise exception 'xp.decide has the wrong volatility or security';
  end if;
end
$$;
rollback;
