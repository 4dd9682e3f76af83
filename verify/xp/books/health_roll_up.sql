-- Verify gamekeeper:xp/books/health_roll_up on pg
begin;
set local role gamekeeper;
do $$
begin
  if not exists (select from core.health_checks where name = 'xp.roll_up') then
    raise exception 'xp.roll_up is not a health check';
  end if;
  if has_function_privilege('anon', 'xp.health_roll_up()', 'execute')
    or has_function_privilege('authenticated', 'xp.health_roll_up()', 'execute')
    or has_function_privilege('service_role', 'xp.health_roll_up()', 'execute') then
    raise exception 'xp.health_roll_up has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.health_roll_up()'::regprocedure) then
    raise exception 'xp.health_roll_up has the wrong volatility or security';
  end if;
end
$$;
rollback;
