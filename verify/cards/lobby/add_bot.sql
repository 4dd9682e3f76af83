-- Verify gamekeeper:cards/lobby/add_bot on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.add_bot(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'cards.add_bot(uuid)', 'execute')
    or not has_function_privilege('service_role', 'cards.add_bot(uuid)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.add_bot(uuid)'::regprocedure)
  then
    raise exception 'cards.add_bot(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
