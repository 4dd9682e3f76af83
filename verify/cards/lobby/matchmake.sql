-- Verify gamekeeper:cards/lobby/matchmake on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.matchmake(boolean)', 'execute')
    or not has_function_privilege('authenticated', 'cards.matchmake(boolean)', 'execute')
    or not has_function_privilege('service_role', 'cards.matchmake(boolean)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.matchmake(boolean)'::regprocedure)
  then
    raise exception 'cards.matchmake(boolean) has the wrong privileges';
  end if;
end
$$;
rollback;
