-- Verify gamekeeper:xp/days/same_clock on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.same_clock(text, text)', 'execute')
    or has_function_privilege('authenticated', 'xp.same_clock(text, text)', 'execute')
    or has_function_privilege('service_role', 'xp.same_clock(text, text)', 'execute') then
    raise exception 'xp.same_clock has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.same_clock(text, text)'::regprocedure) then
    raise exception 'xp.same_clock has the wrong volatility or security';
  end if;
end
$$;
rollback;
