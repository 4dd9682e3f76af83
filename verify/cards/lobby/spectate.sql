-- Verify gamekeeper:cards/lobby/spectate on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.spectate(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'cards.spectate(uuid)', 'execute')
    or not has_function_privilege('service_role', 'cards.spectate(uuid)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.spectate(uuid)'::regprocedure)
  then
    raise exception 'cards.spectate(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
