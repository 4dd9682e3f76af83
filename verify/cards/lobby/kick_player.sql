-- Verify gamekeeper:cards/lobby/kick_player on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.kick_player(uuid, uuid)', 'execute')
    or not has_function_privilege('authenticated', 'cards.kick_player(uuid, uuid)', 'execute')
    or not has_function_privilege('service_role', 'cards.kick_player(uuid, uuid)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.kick_player(uuid, uuid)'::regprocedure)
  then
    raise exception 'cards.kick_player(uuid, uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
