-- Verify gamekeeper:sparc/adventures/rate_adventure on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.rate_adventure(uuid, integer)'::regprocedure) then
    raise exception 'sparc.rate_adventure(uuid, integer) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.rate_adventure(uuid, integer)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.rate_adventure(uuid, integer)', 'execute')
    or not has_function_privilege('service_role', 'sparc.rate_adventure(uuid, integer)', 'execute') then
    raise exception 'sparc.rate_adventure(uuid, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
