-- Verify gamekeeper:cards/rules/suit_name on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.suit_name(integer)', 'execute')
    or not has_function_privilege('authenticated', 'cards.suit_name(integer)', 'execute')
    or not has_function_privilege('service_role', 'cards.suit_name(integer)', 'execute')
  then
    raise exception 'cards.suit_name(integer) has the wrong privileges';
  end if;
end
$$;
rollback;
