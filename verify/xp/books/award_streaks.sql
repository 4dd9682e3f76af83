-- Verify gamekeeper:xp/books/award_streaks on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.award_streaks(bigint[])', 'execute')
    or has_function_privilege('authenticated', 'xp.award_streaks(bigint[])', 'execute')
    or has_function_privilege('service_role', 'xp.award_streaks(bigint[])', 'execute') then
    raise exception 'xp.award_streaks has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.award_streaks(bigint[])'::regprocedure) then
    raise exception 'xp.award_streaks has the wrong volatility or security';
  end if;
end
$$;
rollback;
