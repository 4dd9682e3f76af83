-- Verify gamekeeper:cards/reading/verify_game on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.game_problem') is null then
    raise exception 'type cards.game_problem is missing';
  end if;
  if has_function_privilege('anon', 'cards.verify_game(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'cards.verify_game(uuid)', 'execute')
    or not has_function_privilege('service_role', 'cards.verify_game(uuid)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.verify_game(uuid)'::regprocedure)
  then
    raise exception 'cards.verify_game(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
