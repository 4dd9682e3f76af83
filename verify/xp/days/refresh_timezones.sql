-- Verify gamekeeper:xp/days/refresh_timezones on pg
begin;
set local role gamekeeper;
do $$
begin
  if not exists (select from core.upkeep_tasks where task = 'xp.refresh_timezones') then
    raise exception 'xp.refresh_timezones is not an upkeep task';
  end if;
  if has_function_privilege('anon', 'xp.refresh_timezones()', 'execute')
    or has_function_privilege('authenticated', 'xp.refresh_timezones()', 'execute')
    or has_function_privilege('service_role', 'xp.refresh_timezones()', 'execute') then
    raise exception 'xp.refresh_timezones has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or prosecdef from pg_proc where oid = 'xp.refresh_timezones()'::regprocedure) then
    raise exception 'xp.refresh_timezones has the wrong volatility or security';
  end if;
  if not exists (select from xp.timezones where name = 'Asia/Kathmandu') then
    raise exception 'xp.timezones is not filled';
  end if;
end
$$;
rollback;
