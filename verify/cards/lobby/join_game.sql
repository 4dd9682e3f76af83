-- Verify gamekeeper:cards/lobby/join_game on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.join_game(text)', 'execute')
    or not has_function_privilege('authenticated', 'cards.join_game(text)', 'execute')
    or not has_function_privilege('service_role', 'cards.join_game(text)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.join_game(text)'::regprocedure)
  then
    raise exception 'cards.join_game(text) has the wrong privileges';
  end if;
end
$$;
rollback;
