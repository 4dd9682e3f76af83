-- Verify gamekeeper:xp/claims/claim_at on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.claim_at(text, text, uuid, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'xp.claim_at(text, text, uuid, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'xp.claim_at(text, text, uuid, timestamptz)', 'execute') then
    raise exception 'xp.claim_at has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or prosecdef from pg_proc where oid = 'xp.claim_at(text, text, uuid, timestamptz)'::regprocedure) then
    raise exception 'xp.claim_at has the wrong volatility or security';
  end if;
end
$$;
rollback;
