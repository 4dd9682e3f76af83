-- Verify gamekeeper:xp/days/day_of on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.day_of(text)', 'execute')
    or not has_function_privilege('authenticated', 'xp.day_of(text)', 'execute')
    or not has_function_privilege('service_role', 'xp.day_of(text)', 'execute') then
    raise exception 'xp.day_of has the wrong privileges';
  end if;
  if (select provolatile <> 'i' or prosecdef from pg_proc where oid = 'xp.day_of(text)'::regprocedure) then
    raise exception 'xp.day_of has the wrong volatility or security';
  end if;
  if xp.day_of('2026-02-28') <> make_date(2026, 2, 28) then
    raise exception 'xp.day_of reads days wrongly';
  end if;
end
$$;
rollback;
