-- Verify gamekeeper:xp/books/claim_tail on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.claim_tail(bigint, bigint)', 'execute')
    or has_function_privilege('authenticated', 'xp.claim_tail(bigint, bigint)', 'execute')
    or has_function_privilege('service_role', 'xp.claim_tail(bigint, bigint)', 'execute') then
    raise exception 'xp.claim_tail has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.claim_tail(bigint, bigint)'::regprocedure) then
    raise exception 'xp.claim_tail has the wrong volatility or security';
  end if;
end
$$;
rollback;
