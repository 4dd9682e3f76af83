-- Verify gamekeeper:xp/books/rebuild_balances on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.rebuild_balances()', 'execute')
    or has_function_privilege('authenticated', 'xp.rebuild_balances()', 'execute')
    or not has_function_privilege('service_role', 'xp.rebuild_balances()', 'execute') then
    raise exception 'xp.rebuild_balances has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.rebuild_balances()'::regprocedure) then
    raise exception 'xp.rebuild_balances has the wrong volatility or security';
  end if;
end
$$;
rollback;
