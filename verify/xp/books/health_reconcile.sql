-- Verify gamekeeper:xp/books/health_reconcile on pg
begin;
set local role gamekeeper;
do $$
begin
  if not exists (select from core.health_checks where name = 'xp.reconcile') then
    raise exception 'xp.reconcile is not a health check';
  end if;
  if has_function_privilege('anon', 'xp.health_reconcile()', 'execute')
    or has_function_privilege('authenticated', 'xp.health_reconcile()', 'execute')
    or has_function_privilege('service_role', 'xp.health_reconcile()', 'execute') then
    raise exception 'xp.health_reconcile has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.health_reconcile()'::regprocedure) then
    raise exception 'xp.health_reconcile has the wrong volatility or security';
  end if;
end
$$;
rollback;
