-- Verify gamekeeper:xp/claims/claim on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.claim(text, uuid)', 'execute')
    or not has_function_privilege('authenticated', 'xp.claim(text, uuid)', 'execute')
    or not has_function_privilege('service_role', 'xp.claim(text, uuid)', 'execute') then
    raise exception 'xp.claim has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.claim(text, uuid)'::regprocedure) then
    raise exception 'xp.claim has the wrong volatility or security';
  end if;
end
$$;
rollback;
