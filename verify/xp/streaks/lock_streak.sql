-- Verify gamekeeper:xp/streaks/lock_streak on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.lock_streak(text)', 'execute')
    or has_function_privilege('authenticated', 'xp.lock_streak(text)', 'execute')
    or has_function_privilege('service_role', 'xp.lock_streak(text)', 'execute') then
    raise exception 'xp.lock_streak has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or prosecdef from pg_proc where oid = 'xp.lock_streak(text)'::regprocedure) then
    raise exception 'xp.lock_streak has the wrong volatility or security';
  end if;
end
$$;
rollback;
