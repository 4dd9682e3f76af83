-- Verify gamekeeper:xp/days/zone_day on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.zone_day(text, time, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'xp.zone_day(text, time, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'xp.zone_day(text, time, timestamptz)', 'execute') then
    raise exception 'xp.zone_day has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.zone_day(text, time, timestamptz)'::regprocedure) then
    raise exception 'xp.zone_day has the wrong volatility or security';
  end if;
  if (xp.zone_day('Asia/Kathmandu', '05:00', '2026-01-01 23:14:59Z')).day <> '2026-01-01' then
    raise exception 'xp.zone_day finds the wrong day';
  end if;
end
$$;
rollback;
