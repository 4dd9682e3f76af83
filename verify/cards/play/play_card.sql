-- Verify gamekeeper:cards/play/play_card on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.play_card(uuid, text)', 'execute')
    or not has_function_privilege('authenticated', 'cards.play_card(uuid, text)', 'execute')
    or not has_function_privilege('service_role', 'cards.play_card(uuid, text)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.play_card(uuid, text)'::regprocedure)
  then
    raise exception 'cards.play_card(uuid, text) has the wrong privileges';
  end if;
end
$$;
rollback;
