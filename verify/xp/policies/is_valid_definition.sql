-- Verify gamekeeper:xp/policies/is_valid_definition on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.is_valid_definition(jsonb)', 'execute')
    or has_function_privilege('authenticated', 'xp.is_valid_definition(jsonb)', 'execute')
    or has_function_privilege('service_role', 'xp.is_valid_definition(jsonb)', 'execute') then
    raise exception 'xp.is_valid_definition has the wrong privileges';
  end if;
  if (select provolatile <> 'i' or prosecdef from pg_proc where oid = 'xp.is_valid_definition(jsonb)'::regprocedure) then
    raise exception 'xp.is_valid_definition has the wrong volatility or security';
  end if;
  if xp.is_valid_definition('{}') then
    raise exception 'xp.is_valid_definition passes an empty policy';
  end if;
end
$$;
rollback;
