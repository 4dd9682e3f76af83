-- Verify gamekeeper:xp/books/differences on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.differences(bigint[])', 'execute')
    or has_function_privilege('authenticated', 'xp.differences(bigint[])', 'execute')
    or has_function_privilege('service_role', 'xp.differences(bigint[])', 'execute') then
    raise exception 'xp.differences has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.differences(bigint[])'::regprocedure) then
    raise exception 'xp.differences has the wrong volatility or security';
  end if;
end
$$;
rollback;
