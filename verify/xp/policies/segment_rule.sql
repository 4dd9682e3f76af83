-- Verify gamekeeper:xp/policies/segment_rule on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.segment_rule(xp.xp_rules, text)', 'execute')
    or has_function_privilege('authenticated', 'xp.segment_rule(xp.xp_rules, text)', 'execute')
    or has_function_privilege('service_role', 'xp.segment_rule(xp.xp_rules, text)', 'execute') then
    raise exception 'xp.segment_rule has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.segment_rule(xp.xp_rules, text)'::regprocedure) then
    raise exception 'xp.segment_rule has the wrong volatility or security';
  end if;
end
$$;
rollback;
