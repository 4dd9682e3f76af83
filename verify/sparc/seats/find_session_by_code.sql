-- Verify gamekeeper:sparc/seats/find_session_by_code on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.find_session_by_code(text)'::regprocedure) then
    raise exception 'sparc.find_session_by_code(text) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.find_session_by_code(text)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.find_session_by_code(text)', 'execute')
    or not has_function_privilege('service_role', 'sparc.find_session_by_code(text)', 'execute') then
    raise exception 'sparc.find_session_by_code(text) has the wrong privileges';
  end if;
end
$$;
rollback;
