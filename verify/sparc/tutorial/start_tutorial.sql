-- Verify gamekeeper:sparc/tutorial/start_tutorial on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.start_tutorial(sparc.tutorial_path)'::regprocedure) then
    raise exception 'sparc.start_tutorial(sparc.tutorial_path) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.start_tutorial(sparc.tutorial_path)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.start_tutorial(sparc.tutorial_path)', 'execute')
    or not has_function_privilege('service_role', 'sparc.start_tutorial(sparc.tutorial_path)', 'execute') then
    raise exception 'sparc.start_tutorial(sparc.tutorial_path) has the wrong privileges';
  end if;
end
$$;
rollback;
