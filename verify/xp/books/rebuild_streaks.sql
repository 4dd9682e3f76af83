-- Verify gamekeeper:xp/books/rebuild_streaks on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.rebuild_streaks()', 'execute')
    or has_function_privilege('authenticated', 'xp.rebuild_streaks()', 'execute')
    or not has_function_privilege('service_role', 'xp.rebuild_streaks()', 'execute') then
    raise exception 'xp.rebuild_streaks has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.rebuild_streaks()'::regprocedure) then
    raise exception 'xp.rebuild_streaks has the wrong volatility or security';
  end if;
end
$$;
rollback;
