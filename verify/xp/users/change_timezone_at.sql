-- Verify gamekeeper:xp/users/change_timezone_at on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.change_timezone_at(text, text, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'xp.change_timezone_at(text, text, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'xp.change_timezone_at(text, text, timestamptz)', 'execute') then
    raise exception 'xp.change_timezone_at has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or prosecdef from pg_proc where oid = 'xp.change_timezone_at(text, text, timestamptz)'::regprocedure) then
    raise exception 'xp.change_timezone_at has the wrong volatility or security';
  end if;
end
$$;
rollback;
