-- Verify gamekeeper:xp/days/instant_of on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.instant_of(text)', 'execute')
    or not has_function_privilege('authenticated', 'xp.instant_of(text)', 'execute')
    or not has_function_privilege('service_role', 'xp.instant_of(text)', 'execute') then
    raise exception 'xp.instant_of has the wrong privileges';
  end if;
  if (select provolatile <> 'i' or prosecdef from pg_proc where oid = 'xp.instant_of(text)'::regprocedure) then
    raise exception 'xp.instant_of has the wrong volatility or security';
  end if;
  if xp.instant_of('2026-01-01T02:00:00+02:00') <> '2026-01-01 00:00Z' or xp.instant_of('soon') is not null then
    raise exception 'xp.instant_of reads instants wrongly';
  end if;
end
$$;
rollback;
