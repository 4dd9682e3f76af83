-- Verify gamekeeper:cards/play/expire_turns on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.expire_turns()', 'execute')
    or has_function_privilege('authenticated', 'cards.expire_turns()', 'execute')
    or not has_function_privilege('service_role', 'cards.expire_turns()', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.expire_turns()'::regprocedure)
  then
    raise exception 'cards.expire_turns() has the wrong privileges';
  end if;
  if not exists (select from core.upkeep_tasks where task = 'cards.expire_turns') then
    raise exception 'cards.expire_turns is not registered';
  end if;
end
$$;
rollback;
