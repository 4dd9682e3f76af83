-- Verify gamekeeper:xp/days/calendar_day on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.calendar_day(text, text, timestamptz, time, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'xp.calendar_day(text, text, timestamptz, time, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'xp.calendar_day(text, text, timestamptz, time, timestamptz)', 'execute') then
    raise exception 'xp.calendar_day has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.calendar_day(text, text, timestamptz, time, timestamptz)'::regprocedure) then
    raise exception 'xp.calendar_day has the wrong volatility or security';
  end if;
end
$$;
rollback;
