-- Verify gamekeeper:cards/rules/score_round on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.score_round(cards.table_state)', 'execute')
    or not has_function_privilege('authenticated', 'cards.score_round(cards.table_state)', 'execute')
    or not has_function_privilege('service_role', 'cards.score_round(cards.table_state)', 'execute')
  then
    raise exception 'cards.score_round(cards.table_state) has the wrong privileges';
  end if;
end
$$;
rollback;
