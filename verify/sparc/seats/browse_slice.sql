-- Verify gamekeeper:sparc/seats/browse_slice on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.browse_slice(sparc.session_status, boolean, timestamptz, timestamptz, uuid, sparc.difficulty_level, text, integer, integer)'::regprocedure) then
    raise exception 'sparc.browse_slice(sparc.session_status, boolean, timestamptz, timestamptz, uuid, sparc.difficulty_level, text, integer, integer) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.browse_slice(sparc.session_status, boolean, timestamptz, timestamptz, uuid, sparc.difficulty_level, text, integer, integer)', 'execute')
    or has_function_privilege('authenticated', 'sparc.browse_slice(sparc.session_status, boolean, timestamptz, timestamptz, uuid, sparc.difficulty_level, text, integer, integer)', 'execute')
    or has_function_privilege('service_role', 'sparc.browse_slice(sparc.session_status, boolean, timestamptz, timestamptz, uuid, sparc.difficulty_level, text, integer, integer)', 'execute') then
    raise exception 'sparc.browse_slice(sparc.session_status, boolean, timestamptz, timestamptz, uuid, sparc.difficulty_level, text, integer, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
