-- Verify gamekeeper:sparc/seer/create_session on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.create_session(uuid, integer, boolean, timestamptz, text, boolean)'::regprocedure) then
    raise exception 'sparc.create_session(uuid, integer, boolean, timestamptz, text, boolean) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.create_session(uuid, integer, boolean, timestamptz, text, boolean)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.create_session(uuid, integer, boolean, timestamptz, text, boolean)', 'execute')
    or not has_function_privilege('service_role', 'sparc.create_session(uuid, integer, boolean, timestamptz, text, boolean)', 'execute') then
    raise exception 'sparc.create_session(uuid, integer, boolean, timestamptz, text, boolean) has the wrong privileges';
  end if;
end
$$;
rollback;
