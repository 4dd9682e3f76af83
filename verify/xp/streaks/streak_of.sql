-- Verify gamekeeper:xp/streaks/streak_of on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.streak_of(bigint)', 'execute')
    or has_function_privilege('authenticated', 'xp.streak_of(bigint)', 'execute')
    or has_function_privilege('service_role', 'xp.streak_of(bigint)', 'execute') then
    raise exception 'xp.streak_of has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.streak_of(bigint)'::regprocedure) then
    raise exception 'xp.streak_of has the wrong volatility or security';
  end if;
end
$$;
rollback;
