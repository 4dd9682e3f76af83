-- Verify gamekeeper:cards/rules/hand_cards on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.hand_cards(bigint, bigint)', 'execute')
    or not has_function_privilege('authenticated', 'cards.hand_cards(bigint, bigint)', 'execute')
    or not has_function_privilege('service_role', 'cards.hand_cards(bigint, bigint)', 'execute')
  then
    raise exception 'cards.hand_cards(bigint, bigint) has the wrong privileges';
  end if;
end
$$;
rollback;
