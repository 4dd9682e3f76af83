-- Verify gamekeeper:xp/books/roll_up_claims on pg
begin;
set local role gamekeeper;
do $$
begin
  if not exists (select from core.upkeep_tasks where task = 'xp.roll_up_claims') then
    raise exception 'xp.roll_up_claims is not an upkeep task';
  end if;
  if has_function_privilege('anon', 'xp.roll_up_claims()', 'execute')
    or has_function_privilege('authenticated', 'xp.roll_up_claims()', 'execute')
    or has_function_privilege('service_role', 'xp.roll_up_claims()', 'execute') then
    raise exception 'xp.roll_up_claims has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or prosecdef from pg_proc where oid = 'xp.roll_up_claims()'::regprocedure) then
    raise exception 'xp.roll_up_claims has the wrong volatility or security';
  end if;
end
$$;
rollback;
