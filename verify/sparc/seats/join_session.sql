-- Verify gamekeeper:sparc/seats/join_session on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.join_session(text, uuid)'::regprocedure) then
    raise exception 'sparc.join_session(text, uuid) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.join_session(text, uuid)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.join_session(text, uuid)', 'execute')
    or not has_function_privilege('service_role', 'sparc.join_session(text, uuid)', 'execute') then
    raise exception 'sparc.join_session(text, uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
