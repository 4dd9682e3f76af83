-- Verify gamekeeper:sparc/dice/valid_modifiers on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.valid_modifiers(jsonb)'::regprocedure) then
    raise exception 'sparc.valid_modifiers(jsonb) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.valid_modifiers(jsonb)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.valid_modifiers(jsonb)', 'execute')
    or not has_function_privilege('service_role', 'sparc.valid_modifiers(jsonb)', 'execute') then
    raise exception 'sparc.valid_modifiers(jsonb) has the wrong privileges';
  end if;
end
$$;
rollback;
