-- Verify gamekeeper:xp/policies/definition_problems on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.definition_problems(jsonb)', 'execute')
    or has_function_privilege('authenticated', 'xp.definition_problems(jsonb)', 'execute')
    or has_function_privilege('service_role', 'xp.definition_problems(jsonb)', 'execute') then
    raise exception 'xp.definition_problems has the wrong privileges';
  end if;
  if (select provolatile <> 'i' or prosecdef from pg_proc where oid = 'xp.definition_problems(jsonb)'::regprocedure) then
    raise exception 'xp.definition_problems has the wrong volatility or security';
  end if;
end
$$;
rollback;
