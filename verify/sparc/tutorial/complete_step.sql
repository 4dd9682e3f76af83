-- Verify gamekeeper:sparc/tutorial/complete_step on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.complete_step(text)'::regprocedure) then
    raise exception 'sparc.complete_step(text) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.complete_step(text)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.complete_step(text)', 'execute')
    or not has_function_privilege('service_role', 'sparc.complete_step(text)', 'execute') then
    raise exception 'sparc.complete_step(text) has the wrong privileges';
  end if;
end
$$;
rollback;
