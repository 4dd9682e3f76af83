-- Verify gamekeeper:cards/lobby/start_game on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.start_game(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'cards.start_game(uuid)', 'execute')
    or not has_function_privilege('service_role', 'cards.start_game(uuid)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.start_game(uuid)'::regprocedure)
  then
    raise exception 'cards.start_game(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
