-- Verify gamekeeper:cards/reading/replay on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.replay(uuid, integer)', 'execute')
    or not has_function_privilege('authenticated', 'cards.replay(uuid, integer)', 'execute')
    or not has_function_privilege('service_role', 'cards.replay(uuid, integer)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.replay(uuid, integer)'::regprocedure)
  then
    raise exception 'cards.replay(uuid, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
