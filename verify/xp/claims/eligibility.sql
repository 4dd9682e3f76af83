-- Verify gamekeeper:xp/claims/eligibility on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.eligibility(text)', 'execute')
    or not has_function_privilege('authenticated', 'xp.eligibility(text)', 'execute')
    or not has_function_privilege('service_role', 'xp.eligibility(text)', 'execute') then
    raise exception 'xp.eligibility has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.eligibility(text)'::regprocedure) then
    raise exception 'xp.eligibility has the wrong volatility or security';
  end if;
end
$$;
rollback;
