-- Verify gamekeeper:xp/claims/repeated_award on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.repeated_award(bigint, text, uuid)', 'execute')
    or has_function_privilege('authenticated', 'xp.repeated_award(bigint, text, uuid)', 'execute')
    or has_function_privilege('service_role', 'xp.repeated_award(bigint, text, uuid)', 'execute') then
    raise exception 'xp.repeated_award has the wrong privileges';
  end if;
  if (select provolatile <> 's' or prosecdef from pg_proc where oid = 'xp.repeated_award(bigint, text, uuid)'::regprocedure) then
    raise exception 'xp.repeated_award has the wrong volatility or security';
  end if;
end
$$;
rollback;
