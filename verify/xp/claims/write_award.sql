-- Verify gamekeeper:xp/claims/write_award on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.write_award(xp.xp_users, xp.xp_rules, xp.claim_decision, uuid, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'xp.write_award(xp.xp_users, xp.xp_rules, xp.claim_decision, uuid, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'xp.write_award(xp.xp_users, xp.xp_rules, xp.claim_decision, uuid, timestamptz)', 'execute') then
    raise exception 'xp.write_award has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or prosecdef from pg_proc where oid = 'xp.write_award(xp.xp_users, xp.xp_rules, xp.claim_decision, uuid, timestamptz)'::regprocedure) then
    raise exception 'xp.write_award has the wrong volatility or security';
  end if;
end
$$;
rollback;
