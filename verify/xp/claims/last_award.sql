-- Verify gamekeeper:xp/claims/last_award on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.last_award(bigint)', 'execute')
    or has_function_privilege('authenticated', 'xp.last_award(bigint)', 'execute')
    or has_function_privilege('service_role', 'xp.last_award(bigint)', 'execute') then
    raise exception 'xp.last_award has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.last_award(bigint)'::regprocedure) then
    raise exception 'xp.last_award has the wrong volatility or security';
  end if;
end
$$;
rollback;
