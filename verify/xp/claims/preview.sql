-- Verify gamekeeper:xp/claims/preview on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.preview(text, integer, bigint, integer, integer[])', 'execute')
    or not has_function_privilege('authenticated', 'xp.preview(text, integer, bigint, integer, integer[])', 'execute')
    or not has_function_privilege('service_role', 'xp.preview(text, integer, bigint, integer, integer[])', 'execute') then
    raise exception 'xp.preview has the wrong privileges';
  end if;
  if (select provolatile <> 'v' or not prosecdef from pg_proc where oid = 'xp.preview(text, integer, bigint, integer, integer[])'::regprocedure) then
    raise exception 'xp.preview has the wrong volatility or security';
  end if;
end
$$;
rollback;
