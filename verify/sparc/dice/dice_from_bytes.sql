-- Verify gamekeeper:sparc/dice/dice_from_bytes on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.dice_from_bytes(bytea)'::regprocedure) then
    raise exception 'sparc.dice_from_bytes(bytea) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.dice_from_bytes(bytea)', 'execute')
    or has_function_privilege('authenticated', 'sparc.dice_from_bytes(bytea)', 'execute')
    or has_function_privilege('service_role', 'sparc.dice_from_bytes(bytea)', 'execute') then
    raise exception 'sparc.dice_from_bytes(bytea) has the wrong privileges';
  end if;
  if sparc.dice_from_bytes('\x0005fbfcff') <> array[1, 6, 6] then
    raise exception 'dice are not fair';
  end if;
end
$$;
rollback;
