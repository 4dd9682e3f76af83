-- Verify gamekeeper:xp/books/reconcile on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.reconcile()', 'execute')
    or not has_function_privilege('authenticated', 'xp.reconcile()', 'execute')
    or not has_function_privilege('service_role', 'xp.reconcile()', 'execute') then
    raise exception 'xp.reconcile has the wrong privileges';
  end if;
  if (select provolatile <> 's' or not prosecdef from pg_proc where oid = 'xp.reconcile()'::regprocedure) then
    raise exception 'xp.reconcile has the wrong volatility or security';
  end if;
end
$$;
rollback;
