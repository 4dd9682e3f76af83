-- Verify gamekeeper:xp/policies/create_rule on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.create_rule(text, jsonb)', 'execute')
    or not has_function_privilege('authenticated', 'xp.create_rule(text, jsonb)', 'execute')
    or not has_function_privilege('service_role', 'xp.create_rule(text, jsonb)', 'execute') then
    raise exception 'xp.create_rule has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.create_rule(text, jsonb)'::regprocedure) then
    raise exception 'xp.create_rule has the wrong volatility or security';
  end if;
end
$$;
rollback;
