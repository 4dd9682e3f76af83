-- Verify gamekeeper:sparc/seer/resume_session on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.resume_session(uuid)'::regprocedure) then
    raise exception 'sparc.resume_session(uuid) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.resume_session(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.resume_session(uuid)', 'execute')
    or not has_function_privilege('service_role', 'sparc.resume_session(uuid)', 'execute') then
    raise exception 'sparc.resume_session(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
