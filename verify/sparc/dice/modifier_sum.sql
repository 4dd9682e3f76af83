-- Verify gamekeeper:sparc/dice/modifier_sum on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.modifier_sum(jsonb, text)'::regprocedure) then
    raise exception 'sparc.modifier_sum(jsonb, text) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.modifier_sum(jsonb, text)', 'execute')
    or has_function_privilege('authenticated', 'sparc.modifier_sum(jsonb, text)', 'execute')
    or has_function_privilege('service_role', 'sparc.modifier_sum(jsonb, text)', 'execute') then
    raise exception 'sparc.modifier_sum(jsonb, text) has the wrong privileges';
  end if;
end
$$;
rollback;
