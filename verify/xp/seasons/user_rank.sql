-- Verify gamekeeper:xp/seasons/user_rank on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.user_rank(text)', 'execute')
    or not has_function_privilege('authenticated', 'xp.user_rank(text)', 'execute')
    or not has_function_privilege('service_role', 'xp.user_rank(text)', 'execute') then
    raise exception 'xp.user_rank has the wrong privileges';
  end if;
  if (select provolatile <> 's' or not prosecdef from pg_proc where oid = 'xp.user_rank(text)'::regprocedure) then
    raise exception 'xp.user_rank has the wrong volatility or security';
  end if;
end
$$;
rollback;
