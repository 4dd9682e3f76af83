-- Verify gamekeeper:xp/books/claim_stats_rows on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.claim_stats_rows()', 'execute')
    or not has_function_privilege('authenticated', 'xp.claim_stats_rows()', 'execute')
    or not has_function_privilege('service_role', 'xp.claim_stats_rows()', 'execute') then
    raise exception 'xp.claim_stats_rows has the wrong privileges';
  end if;
  if (select provolatile <> 's' or not prosecdef from pg_proc where oid = 'xp.claim_stats_rows()'::regprocedure) then
    raise exception 'xp.claim_stats_rows has the wrong volatility or security';
  end if;
end
$$;
rollback;
