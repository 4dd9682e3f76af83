-- Verify gamekeeper:sparc/sessions/my_session_ids on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.my_session_ids()'::regprocedure) then
    raise exception 'sparc.my_session_ids() has the wrong security';
  end if;
  if not has_function_privilege('anon', 'sparc.my_session_ids()', 'execute')
    or not has_function_privilege('authenticated', 'sparc.my_session_ids()', 'execute')
    or not has_function_privilege('service_role', 'sparc.my_session_ids()', 'execute') then
    raise exception 'sparc.my_session_ids() has the wrong privileges';
  end if;
end
$$;
rollback;
