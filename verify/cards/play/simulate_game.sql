-- Verify gamekeeper:cards/play/simulate_game on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.simulate_game(integer, text)', 'execute')
    or has_function_privilege('authenticated', 'cards.simulate_game(integer, text)', 'execute')
    or not has_function_privilege('service_role', 'cards.simulate_game(integer, text)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.simulate_game(integer, text)'::regprocedure)
  then
    raise exception 'cards.simulate_game(integer, text) has the wrong privileges';
  end if;
end
$$;
rollback;
