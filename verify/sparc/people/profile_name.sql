-- Verify gamekeeper:sparc/people/profile_name on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.profile_name(jsonb, text)'::regprocedure) then
    raise exception 'sparc.profile_name(jsonb, text) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.profile_name(jsonb, text)', 'execute')
    or has_function_privilege('authenticated', 'sparc.profile_name(jsonb, text)', 'execute')
    or has_function_privilege('service_role', 'sparc.profile_name(jsonb, text)', 'execute') then
    raise exception 'sparc.profile_name(jsonb, text) has the wrong privileges';
  end if;
end
$$;
rollback;
