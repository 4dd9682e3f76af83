-- Verify gamekeeper:xp/ledger/grant_xp on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.grant_xp(bigint, bigint, text, uuid, jsonb)', 'execute')
    or has_function_privilege('authenticated', 'xp.grant_xp(bigint, bigint, text, uuid, jsonb)', 'execute')
    or not has_function_privilege('service_role', 'xp.grant_xp(bigint, bigint, text, uuid, jsonb)', 'execute') then
    raise exception 'xp.grant_xp has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.grant_xp(bigint, bigint, text, uuid, jsonb)'::regprocedure) then
    raise exception 'xp.grant_xp has the wrong volatility or security';
  end if;
end
$$;
rollback;
