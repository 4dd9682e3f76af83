-- Verify gamekeeper:cards/rules/card_document on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.card_document(integer)', 'execute')
    or not has_function_privilege('authenticated', 'cards.card_document(integer)', 'execute')
    or not has_function_privilege('service_role', 'cards.card_document(integer)', 'execute')
  then
    raise exception 'cards.card_document(integer) has the wrong privileges';
  end if;
end
$$;
rollback;
