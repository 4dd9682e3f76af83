-- Verify gamekeeper:slots/games/compile_game on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.compile_game(jsonb, jsonb)', 'execute') or has_function_privilege('authenticated', 'slots.compile_game(jsonb, jsonb)', 'execute') or has_function_privilege('service_role', 'slots.compile_game(jsonb, jsonb)', 'execute') then
    raise exception 'slots.compile_game is executable by the wrong roles';
  end if;
end
$$;
rollback;
