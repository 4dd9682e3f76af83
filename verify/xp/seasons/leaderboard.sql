-- Verify gamekeeper:xp/seasons/leaderboard on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.leaderboard(text, integer)', 'execute')
    or not has_function_privilege('authenticated', 'xp.leaderboard(text, integer)', 'execute')
    or not has_function_privilege('service_role', 'xp.leaderboard(text, integer)', 'execute') then
    raise exception 'xp.leaderboard has the wrong privileges';
  end if;
  if (select provolatile <> 's' or not prosecdef from pg_proc where oid = 'xp.leaderboard(text, integer)'::regprocedure) then
    raise exception 'xp.leaderboard has the wrong volatility or security';
  end if;
end
$$;
rollback;
