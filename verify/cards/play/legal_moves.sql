-- Verify gamekeeper:cards/play/legal_moves on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.legal_moves(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'cards.legal_moves(uuid)', 'execute')
    or not has_function_privilege('service_role', 'cards.legal_moves(uuid)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.legal_moves(uuid)'::regprocedure)
  then
    raise exception 'cards.legal_moves(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
