-- Verify gamekeeper:xp/policies/number_problem on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.number_problem(jsonb, numeric, numeric, boolean, boolean)', 'execute')
    or has_function_privilege('authenticated', 'xp.number_problem(jsonb, numeric, numeric, boolean, boolean)', 'execute')
    or has_function_privilege('service_role', 'xp.number_problem(jsonb, numeric, numeric, boolean, boolean)', 'execute') then
    raise exception 'xp.number_problem has the wrong privileges';
  end if;
  if (select provolatile <> 'i' or prosecdef from pg_proc where oid = 'xp.number_problem(jsonb, numeric, numeric, boolean, boolean)'::regprocedure) then
    raise exception 'xp.number_problem has the wrong volatility or security';
  end if;
end
$$;
rollback;
