-- Verify gamekeeper:xp/days/timezone_wait on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.timezone_wait()', 'execute')
    or has_function_privilege('authenticated', 'xp.timezone_wait()', 'execute')
    or has_function_privilege('service_role', 'xp.timezone_wait()', 'execute') then
    raise exception 'xp.timezone_wait has the wrong privileges';
  end if;
  if (select provolatile <> 'i' or prosecdef from pg_proc where oid = 'xp.timezone_wait()'::regprocedure) then
    raise exception 'xp.timezone_wait has the wrong volatility or security';
  end if;
end
$$;
rollback;
