-- Verify gamekeeper:xp/claims/eligibility_at on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.eligibility_at(text, text, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'xp.eligibility_at(text, text, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'xp.eligibility_at(text, text, timestamptz)', 'execute') then
    raise exception 'xp.eligibility_at has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.eligibility_at(text, text, timestamptz)'::regprocedure) then
    raise exception 'xp.eligibility_at has the wrong volatility or security';
  end if;
end
$$;
rollback;
