-- Verify gamekeeper:sparc/dice/throw_dice on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.throw_dice(integer)'::regprocedure) then
    raise exception 'sparc.throw_dice(integer) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.throw_dice(integer)', 'execute')
    or has_function_privilege('authenticated', 'sparc.throw_dice(integer)', 'execute')
    or has_function_privilege('service_role', 'sparc.throw_dice(integer)', 'execute') then
    raise exception 'sparc.throw_dice(integer) has the wrong privileges';
  end if;
end
$$;
rollback;
