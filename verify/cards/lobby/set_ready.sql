-- Verify gamekeeper:cards/lobby/set_ready on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.set_ready(uuid, boolean)', 'execute')
    or not has_function_privilege('authenticated', 'cards.set_ready(uuid, boolean)', 'execute')
    or not has_function_privilege('service_role', 'cards.set_ready(uuid, boolean)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.set_ready(uuid, boolean)'::regprocedure)
  then
    raise exception 'cards.set_ready(uuid, boolean) has the wrong privileges';
  end if;
end
$$;
rollback;
