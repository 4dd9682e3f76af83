-- Verify gamekeeper:xp/policies/validate_definition on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.validate_definition(jsonb, text)', 'execute')
    or not has_function_privilege('authenticated', 'xp.validate_definition(jsonb, text)', 'execute')
    or not has_function_privilege('service_role', 'xp.validate_definition(jsonb, text)', 'execute') then
    raise exception 'xp.validate_definition has the wrong privileges';
  end if;
  if (select provolatile <> 's' or not prosecdef from pg_proc where oid = 'xp.validate_definition(jsonb, text)'::regprocedure) then
    raise exception 'xp.validate_definition has the wrong volatility or security';
  end if;
end
$$;
rollback;
