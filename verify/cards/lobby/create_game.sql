-- Verify gamekeeper:cards/lobby/create_game on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.create_game(jsonb, boolean)', 'execute')
    or not has_function_privilege('authenticated', 'cards.create_game(jsonb, boolean)', 'execute')
    or not has_function_privilege('service_role', 'cards.create_game(jsonb, boolean)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.create_game(jsonb, boolean)'::regprocedure)
  then
    raise exception 'cards.create_game(jsonb, boolean) has the wrong privileges';
  end if;
end
$$;
rollback;
