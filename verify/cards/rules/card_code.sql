-- Verify gamekeeper:cards/rules/card_code on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.card_code(text)', 'execute')
    or not has_function_privilege('authenticated', 'cards.card_code(text)', 'execute')
    or not has_function_privilege('service_role', 'cards.card_code(text)', 'execute')
  then
    raise exception 'cards.card_code(text) has the wrong privileges';
  end if;
end
$$;
rollback;
