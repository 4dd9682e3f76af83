-- Verify gamekeeper:xp/users/set_segment on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.set_segment(bigint, text)', 'execute')
    or has_function_privilege('authenticated', 'xp.set_segment(bigint, text)', 'execute')
    or not has_function_privilege('service_role', 'xp.set_segment(bigint, text)', 'execute') then
    raise exception 'xp.set_segment has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.set_segment(bigint, text)'::regprocedure) then
    raise exception 'xp.set_segment has the wrong volatility or security';
  end if;
end
$$;
rollback;
