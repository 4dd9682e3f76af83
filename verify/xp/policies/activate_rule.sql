-- Verify gamekeeper:xp/policies/activate_rule on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.activate_rule(text, integer)', 'execute')
    or not has_function_privilege('authenticated', 'xp.activate_rule(text, integer)', 'execute')
    or not has_function_privilege('service_role', 'xp.activate_rule(text, integer)', 'execute') then
    raise exception 'xp.activate_rule has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.activate_rule(text, integer)'::regprocedure) then
    raise exception 'xp.activate_rule has the wrong volatility or security';
  end if;
end
$$;
rollback;
