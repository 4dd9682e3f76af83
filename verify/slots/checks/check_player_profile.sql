-- Verify gamekeeper:slots/checks/check_player_profile on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.check_player_profile(jsonb)', 'execute') or has_function_privilege('authenticated', 'slots.check_player_profile(jsonb)', 'execute') or has_function_privilege('service_role', 'slots.check_player_profile(jsonb)', 'execute') then
    raise exception 'slots.check_player_profile is executable by the wrong roles';
  end if;
end
$$;
rollback;
