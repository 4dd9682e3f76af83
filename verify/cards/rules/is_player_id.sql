-- Verify gamekeeper:cards/rules/is_player_id on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.is_player_id(jsonb)', 'execute')
    or not has_function_privilege('authenticated', 'cards.is_player_id(jsonb)', 'execute')
    or not has_function_privilege('service_role', 'cards.is_player_id(jsonb)', 'execute')
  then
    raise exception 'cards.is_player_id(jsonb) has the wrong privileges';
  end if;
end
$$;
rollback;
