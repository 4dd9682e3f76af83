-- Verify gamekeeper:sparc/dice/is_modifier_list on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.is_modifier_list(jsonb)'::regprocedure) then
    raise exception 'sparc.is_modifier_list(jsonb) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.is_modifier_list(jsonb)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.is_modifier_list(jsonb)', 'execute')
    or not has_function_privilege('service_role', 'sparc.is_modifier_list(jsonb)', 'execute') then
    raise exception 'sparc.is_modifier_list(jsonb) has the wrong privileges';
  end if;
end
$$;
rollback;
