-- Verify gamekeeper:sparc/people/require_player on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.require_player()'::regprocedure) then
    raise exception 'sparc.require_player() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.require_player()', 'execute')
    or has_function_privilege('authenticated', 'sparc.require_player()', 'execute')
    or has_function_privilege('service_role', 'sparc.require_player()', 'execute') then
    raise exception 'sparc.require_player() has the wrong privileges';
  end if;
end
$$;
rollback;
