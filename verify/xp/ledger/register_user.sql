-- Verify gamekeeper:xp/ledger/register_user on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.register_user(text, text, text)', 'execute')
    or not has_function_privilege('authenticated', 'xp.register_user(text, text, text)', 'execute')
    or not has_function_privilege('service_role', 'xp.register_user(text, text, text)', 'execute') then
    raise exception 'xp.register_user has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.register_user(text, text, text)'::regprocedure) then
    raise exception 'xp.register_user has the wrong volatility or security';
  end if;
end
$$;
rollback;
