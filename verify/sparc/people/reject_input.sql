-- Verify gamekeeper:sparc/people/reject_input on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.reject_input(text, text)'::regprocedure) then
    raise exception 'sparc.reject_input(text, text) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.reject_input(text, text)', 'execute')
    or has_function_privilege('authenticated', 'sparc.reject_input(text, text)', 'execute')
    or has_function_privilege('service_role', 'sparc.reject_input(text, text)', 'execute') then
    raise exception 'sparc.reject_input(text, text) has the wrong privileges';
  end if;
end
$$;
rollback;
