-- Verify gamekeeper:cards/log/import_game on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.import_game(jsonb)', 'execute')
    or has_function_privilege('authenticated', 'cards.import_game(jsonb)', 'execute')
    or not has_function_privilege('service_role', 'cards.import_game(jsonb)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.import_game(jsonb)'::regprocedure)
  then
    raise exception 'cards.import_game(jsonb) has the wrong privileges';
  end if;
end
$$;
rollback;
