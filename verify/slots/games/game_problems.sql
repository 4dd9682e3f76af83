-- Verify gamekeeper:slots/games/game_problems on pg
begin;
set local role gamekeeper;
do $$
begin
  if not has_function_privilege('anon', 'slots.game_problems(jsonb, jsonb)', 'execute') or not has_function_privilege('authenticated', 'slots.game_problems(jsonb, jsonb)', 'execute') or not has_function_privilege('service_role', 'slots.game_problems(jsonb, jsonb)', 'execute') then
    raise exception 'slots.game_problems is executable by the wrong roles';
  end if;
  if not exists (select from slots.game_problems('{}', '{}')) then
    raise exception 'slots.game_problems gives a wrong answer';
  end if;
end
$$;
rollback;
