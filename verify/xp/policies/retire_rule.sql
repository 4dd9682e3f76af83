-- Verify gamekeeper:xp/policies/retire_rule on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.retire_rule(text)', 'execute')
    or not has_function_privilege('authenticated', 'xp.retire_rule(text)', 'execute')
    or not has_function_privilege('service_role', 'xp.retire_rule(text)', 'execute') then
    raise exception 'xp.retire_rule has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.retire_rule(text)'::regprocedure) then
    raise exception 'xp.retire_rule has the wrong volatility or security';
  end if;
end
$$;
rollback;
