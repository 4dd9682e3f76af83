-- Verify gamekeeper:xp/days/day_start on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.day_start(text, time, date)', 'execute')
    or has_function_privilege('authenticated', 'xp.day_start(text, time, date)', 'execute')
    or has_function_privilege('service_role', 'xp.day_start(text, time, date)', 'execute') then
    raise exception 'xp.day_start has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.day_start(text, time, date)'::regprocedure) then
    raise exception 'xp.day_start has the wrong volatility or security';
  end if;
  if xp.day_start('America/New_York', '02:30', '2026-03-08') <> '2026-03-08 07:00Z' then
    raise exception 'xp.day_start does not find the jump over a skipped hour';
  end if;
end
$$;
rollback;
