-- Verify gamekeeper:sparc/dice/roll_dice on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.roll_dice(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text)'::regprocedure) then
    raise exception 'sparc.roll_dice(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.roll_dice(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.roll_dice(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text)', 'execute')
    or not has_function_privilege('service_role', 'sparc.roll_dice(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text)', 'execute') then
    raise exception 'sparc.roll_dice(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text) has the wrong privileges';
  end if;
end
$$;
rollback;
