-- Verify gamekeeper:xp/seasons/create_season on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.create_season(text, date, date)', 'execute')
    or not has_function_privilege('authenticated', 'xp.create_season(text, date, date)', 'execute')
    or not has_function_privilege('service_role', 'xp.create_season(text, date, date)', 'execute') then
    raise exception 'xp.create_season has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.create_season(text, date, date)'::regprocedure) then
    raise exception 'xp.create_season has the wrong volatility or security';
  end if;
end
$$;
rollback;
