-- Verify gamekeeper:xp/policies/require_active_rule on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.require_active_rule(text, text)', 'execute')
    or has_function_privilege('authenticated', 'xp.require_active_rule(text, text)', 'execute')
    or has_function_privilege('service_role', 'xp.require_active_rule(text, text)', 'execute') then
    raise exception 'xp.require_active_rule has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.require_active_rule(text, text)'::regprocedure) then
    raise exception 'xp.require_active_rule has the wrong volatility or security';
  end if;
end
$$;
rollback;
