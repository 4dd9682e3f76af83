-- Verify gamekeeper:xp/policies/model_problems on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.model_problems(jsonb)', 'execute')
    or has_function_privilege('authenticated', 'xp.model_problems(jsonb)', 'execute')
    or has_function_privilege('service_role', 'xp.model_problems(jsonb)', 'execute') then
    raise exception 'xp.model_problems has the wrong privileges';
  end if;
  if (select provolatile <> 'i' or prosecdef from pg_proc where oid = 'xp.model_problems(jsonb)'::regprocedure) then
    raise exception 'xp.model_problems has the wrong volatility or security';
  end if;
end
$$;
rollback;
