-- Verify gamekeeper:xp/days/check_timezone on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.check_timezone(text)', 'execute')
    or has_function_privilege('authenticated', 'xp.check_timezone(text)', 'execute')
    or has_function_privilege('service_role', 'xp.check_timezone(text)', 'execute') then
    raise exception 'xp.check_timezone has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.check_timezone(text)'::regprocedure) then
    raise exception 'xp.check_timezone has the wrong volatility or security';
  end if;
  begin
    perform xp.check_timezone('UTC+3');
    raise exception 'xp.check_timezone passes a POSIX rule';
  exception
    when sqlstate 'KG001' then null;
  end;
end
$$;
rollback;
