-- Verify gamekeeper:cards/play/forfeit_turn on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.forfeit_turn(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'cards.forfeit_turn(uuid)', 'execute')
    or not has_function_privilege('service_role', 'cards.forfeit_turn(uuid)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.forfeit_turn(uuid)'::regprocedure)
  then
    raise exception 'cards.forfeit_turn(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
