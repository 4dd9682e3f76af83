-- Verify gamekeeper:xp/policies/range_overlaps on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.range_overlaps(text, jsonb)', 'execute')
    or has_function_privilege('authenticated', 'xp.range_overlaps(text, jsonb)', 'execute')
    or has_function_privilege('service_role', 'xp.range_overlaps(text, jsonb)', 'execute') then
    raise exception 'xp.range_overlaps has the wrong privileges';
  end if;
  if (select provolatile <> 'i' or prosecdef from pg_proc where oid = 'xp.range_overlaps(text, jsonb)'::regprocedure) then
    raise exception 'xp.range_overlaps has the wrong volatility or security';
  end if;
end
$$;
rollback;
