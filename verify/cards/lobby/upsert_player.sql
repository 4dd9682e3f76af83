-- Verify gamekeeper:cards/lobby/upsert_player on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.upsert_player(text, text, text)', 'execute')
    or not has_function_privilege('authenticated', 'cards.upsert_player(text, text, text)', 'execute')
    or not has_function_privilege('service_role', 'cards.upsert_player(text, text, text)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.upsert_player(text, text, text)'::regprocedure)
  then
    raise exception 'cards.upsert_player(text, text, text) has the wrong privileges';
  end if;
end
$$;
rollback;
