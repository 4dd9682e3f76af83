-- Verify gamekeeper:xp/users/anchor_zone on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.anchor_zone(jsonb, text)', 'execute')
    or has_function_privilege('authenticated', 'xp.anchor_zone(jsonb, text)', 'execute')
    or has_function_privilege('service_role', 'xp.anchor_zone(jsonb, text)', 'execute') then
    raise exception 'xp.anchor_zone has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.anchor_zone(jsonb, text)'::regprocedure) then
    raise exception 'xp.anchor_zone has the wrong volatility or security';
  end if;
end
$$;
rollback;
