-- Verify gamekeeper:xp/claims/preview_at on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.preview_at(text, integer, bigint, integer, integer[], timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'xp.preview_at(text, integer, bigint, integer, integer[], timestamptz)', 'execute')
    or has_function_privilege('service_role', 'xp.preview_at(text, integer, bigint, integer, integer[], timestamptz)', 'execute') then
    raise exception 'xp.preview_at has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.preview_at(text, integer, bigint, integer, integer[], timestamptz)'::regprocedure) then
    raise exception 'xp.preview_at has the wrong volatility or security';
  end if;
end
$$;
rollback;
