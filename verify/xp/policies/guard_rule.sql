-- Verify gamekeeper:xp/policies/guard_rule on pg
begin;
set local role gamekeeper;
do $$
begin
  if not exists (select from pg_trigger where tgrelid = 'xp.xp_rules'::regclass and tgname = 'guard_rule' and tgenabled = 'O') then
    raise exception 'xp.xp_rules has no trigger guard_rule';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'xp.xp_rules'::regclass and tgname = 'guard_rule_truncate' and tgenabled = 'O') then
    raise exception 'xp.xp_rules has no trigger guard_rule_truncate';
  end if;
  if has_function_privilege('anon', 'xp.guard_rule()', 'execute')
    or has_function_privilege('authenticated', 'xp.guard_rule()', 'execute')
    or has_function_privilege('service_role', 'xp.guard_rule()', 'execute') then
    raise exception 'xp.guard_rule has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.guard_rule()'::regprocedure) then
    raise exception 'xp.guard_rule has the wrong volatility or security';
  end if;
end
$$;
rollback;
