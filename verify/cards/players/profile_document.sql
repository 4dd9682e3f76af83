-- Verify gamekeeper:cards/players/profile_document on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.profile_document(cards.players)', 'execute')
    or has_function_privilege('authenticated', 'cards.profile_document(cards.players)', 'execute')
    or has_function_privilege('service_role', 'cards.profile_document(cards.players)', 'execute')
  then
    raise exception 'cards.profile_document(cards.players) has the wrong privileges';
  end if;
end
$$;
rollback;
