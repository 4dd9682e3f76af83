-- Verify gamekeeper:xp/policies/unknown_keys on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.unknown_keys(text, jsonb, text[])', 'execute')
    or has_function_privilege('authenticated', 'xp.unknown_keys(text, jsonb, text[])', 'execute')
    or has_function_privilege('service_role', 'xp.unknown_keys(text, jsonb, text[])', 'execute') then
    raise exception 'xp.unknown_keys has the wrong privileges';
  end if;
  if (select provolatile <> 'i' or prosecdef from pg_proc where oid = 'xp.unknown_keys(text, jsonb, text[])'::regprocedure) then
    raise exception 'xp.unknown_keys has the wrong volatility or security';
  end if;
end
$$;
rollback;
