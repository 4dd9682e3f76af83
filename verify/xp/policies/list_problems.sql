-- Verify gamekeeper:xp/policies/list_problems on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.list_problems(text, jsonb)', 'execute')
    or has_function_privilege('authenticated', 'xp.list_problems(text, jsonb)', 'execute')
    or has_function_privilege('service_role', 'xp.list_problems(text, jsonb)', 'execute') then
    raise exception 'xp.list_problems has the wrong privileges';
  end if;
  if (select provolatile <> 'i' or prosecdef from pg_proc where oid = 'xp.list_problems(text, jsonb)'::regprocedure) then
    raise exception 'xp.list_problems has the wrong volatility or security';
  end if;
end
$$;
rollback;
