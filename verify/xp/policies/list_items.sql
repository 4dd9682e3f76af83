-- Verify gamekeeper:xp/policies/list_items on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.list_items(jsonb)', 'execute')
    or not has_function_privilege('authenticated', 'xp.list_items(jsonb)', 'execute')
    or not has_function_privilege('service_role', 'xp.list_items(jsonb)', 'execute') then
    raise exception 'xp.list_items has the wrong privileges';
  end if;
  if (select provolatile <> 'i' or prosecdef from pg_proc where oid = 'xp.list_items(jsonb)'::regprocedure) then
    raise exception 'xp.list_items has the wrong volatility or security';
  end if;
end
$$;
rollback;
