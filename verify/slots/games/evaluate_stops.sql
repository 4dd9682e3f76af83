-- Verify gamekeeper:slots/games/evaluate_stops on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.evaluate_stops(slots.game_program, integer[])', 'execute') or has_function_privilege('authenticated', 'slots.evaluate_stops(slots.game_program, integer[])', 'execute') or has_function_privilege('service_role', 'slots.evaluate_stops(slots.game_program, integer[])', 'execute') then
    raise exception 'slots.evaluate_stops is executable by the wrong roles';
  end if;
end
$$;
rollback;
