-- Verify gamekeeper:xp/books/ledger_totals on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.ledger_totals(bigint[])', 'execute')
    or has_function_privilege('authenticated', 'xp.ledger_totals(bigint[])', 'execute')
    or has_function_privilege('service_role', 'xp.ledger_totals(bigint[])', 'execute') then
    raise exception 'xp.ledger_totals has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.ledger_totals(bigint[])'::regprocedure) then
    raise exception 'xp.ledger_totals has the wrong volatility or security';
  end if;
end
$$;
rollback;
