-- Verify gamekeeper:cards/rules/deck_hash on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.deck_hash(text, bytea)', 'execute')
    or not has_function_privilege('authenticated', 'cards.deck_hash(text, bytea)', 'execute')
    or not has_function_privilege('service_role', 'cards.deck_hash(text, bytea)', 'execute')
  then
    raise exception 'cards.deck_hash(text, bytea) has the wrong privileges';
  end if;
end
$$;
rollback;
