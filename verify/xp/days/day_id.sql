-- Verify gamekeeper:xp/days/day_id on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.day_id(date)', 'execute')
    or not has_function_privilege('authenticated', 'xp.day_id(date)', 'execute')
    or not has_function_privilege('service_role', 'xp.day_id(date)', 'execute') then
    raise exception 'xp.day_id has the wrong privileges';
  end if;
  if (select provolatile <> 'i' or prosecdef from pg_proc where oid = 'xp.day_id(date)'::regprocedure) then
    raise exception 'xp.day_id has the wrong volatility or security';
  end if;
  if xp.day_id('0987-06-05') <> '0987-06-05' then
    raise exception 'xp.day_id writes days wrongly';
  end if;
end
$$;
rollback;
