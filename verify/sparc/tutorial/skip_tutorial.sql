-- Verify gamekeeper:sparc/tutorial/skip_tutorial on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.skip_tutorial()'::regprocedure) then
    raise exception 'sparc.skip_tutorial() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.skip_tutorial()', 'execute')
    or not has_function_privilege('authenticated', 'sparc.skip_tutorial()', 'execute')
    or not has_function_privilege('service_role', 'sparc.skip_tutorial()', 'execute') then
    raise exception 'sparc.skip_tutorial() has the wrong privileges';
  end if;
end
$$;
rollback;
