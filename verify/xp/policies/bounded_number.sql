-- Verify gamekeeper:xp/policies/bounded_number on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.bounded_number(jsonb, numeric, numeric)', 'execute')
    or has_function_privilege('authenticated', 'xp.bounded_number(jsonb, numeric, numeric)', 'execute')
    or has_function_privilege('service_role', 'xp.bounded_number(jsonb, numeric, numeric)', 'execute') then
    raise exception 'xp.bounded_number has the wrong privileges';
  end if;
  if (select provolatile <> 'i' or prosecdef from pg_proc where oid = 'xp.bounded_number(jsonb, numeric, numeric)'::regprocedure) then
    raise exception 'xp.bounded_number has the wrong volatility or security';
  end if;
end
$$;
rollback;
