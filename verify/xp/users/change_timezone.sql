-- Verify gamekeeper:xp/users/change_timezone on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.change_timezone(text)', 'execute')
    or not has_function_privilege('authenticated', 'xp.change_timezone(text)', 'execute')
    or not has_function_privilege('service_role', 'xp.change_timezone(text)', 'execute') then
    raise exception 'xp.change_timezone has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.change_timezone(text)'::regprocedure) then
    raise exception 'xp.change_timezone has the wrong volatility or security';
  end if;
end
$$;
rollback;
