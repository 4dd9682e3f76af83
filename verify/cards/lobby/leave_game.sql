-- Verify gamekeeper:cards/lobby/leave_game on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.leave_game(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'cards.leave_game(uuid)', 'execute')
    or not has_function_privilege('service_role', 'cards.leave_game(uuid)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.leave_game(uuid)'::regprocedure)
  then
    raise exception 'cards.leave_game(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
