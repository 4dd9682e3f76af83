-- Verify gamekeeper:sparc/adventures/validate_adventure on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.validate_adventure(jsonb)'::regprocedure) then
    raise exception 'sparc.validate_adventure(jsonb) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.validate_adventure(jsonb)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.validate_adventure(jsonb)', 'execute')
    or not has_function_privilege('service_role', 'sparc.validate_adventure(jsonb)', 'execute') then
    raise exception 'sparc.validate_adventure(jsonb) has the wrong privileges';
  end if;
end
$$;
rollback;
