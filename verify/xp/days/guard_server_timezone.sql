-- Verify gamekeeper:xp/days/guard_server_timezone on pg
begin;
set local role gamekeeper;
do $$
begin
  if not exists (select from pg_trigger where tgrelid = 'core.settings'::regclass and tgname = 'guard_server_timezone' and tgenabled = 'O') then
    raise exception 'core.settings has no trigger guard_server_timezone';
  end if;
  if has_function_privilege('anon', 'xp.guard_server_timezone()', 'execute')
    or has_function_privilege('authenticated', 'xp.guard_server_timezone()', 'execute')
    or has_function_privilege('service_role', 'xp.guard_server_timezone()', 'execute') then
    raise exception 'xp.guard_server_timezone has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or prosecdef from pg_proc where oid = 'xp.guard_server_timezone()'::regprocedure) then
    raise exception 'xp.guard_server_timezone has the wrong volatility or security';
  end if;
end
$$;
rollback;
