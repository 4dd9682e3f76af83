-- Verify gamekeeper:cards/players/require_player on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.require_player()', 'execute')
    or has_function_privilege('authenticated', 'cards.require_player()', 'execute')
    or has_function_privilege('service_role', 'cards.require_player()', 'execute')
  then
    raise exception 'cards.require_player() has the wrong privileges';
  end if;
end
$$;
rollback;
