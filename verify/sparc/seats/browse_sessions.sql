-- Verify gamekeeper:sparc/seats/browse_sessions on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.browse_sessions(sparc.difficulty_level, text, integer, uuid, integer)'::regprocedure) then
    raise exception 'sparc.browse_sessions(sparc.difficulty_level, text, integer, uuid, integer) has the wrong security';
  end if;
  if not has_function_privilege('anon', 'sparc.browse_sessions(sparc.difficulty_level, text, integer, uuid, integer)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.browse_sessions(sparc.difficulty_level, text, integer, uuid, integer)', 'execute')
    or not has_function_privilege('service_role', 'sparc.browse_sessions(sparc.difficulty_level, text, integer, uuid, integer)', 'execute') then
    raise exception 'sparc.browse_sessions(sparc.difficulty_level, text, integer, uuid, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
