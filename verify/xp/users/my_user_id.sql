-- Verify gamekeeper:xp/users/my_user_id on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.my_user_id()', 'execute')
    or not has_function_privilege('authenticated', 'xp.my_user_id()', 'execute')
    or not has_function_privilege('service_role', 'xp.my_user_id()', 'execute') then
    raise exception 'xp.my_user_id has the wrong privileges';
  end if;
  if (select provolatile <> 's' or not prosecdef from pg_proc where oid = 'xp.my_user_id()'::regprocedure) then
    raise exception 'xp.my_user_id has the wrong volatility or security';
  end if;
end
$$;
rollback;
