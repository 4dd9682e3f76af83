-- Verify gamekeeper:slots/games/game_profile on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.game_profile(slots.game_program)', 'execute') or has_function_privilege('authenticated', 'slots.game_profile(slots.game_program)', 'execute') or has_function_privilege('service_role', 'slots.game_profile(slots.game_program)', 'execute') then
    raise exception 'slots.game_profile is executable by the wrong roles';
  end if;
  if slots.game_profile(slots.compile_game('{"reels": [["A", "B"]]}', '{"A": {"payouts": {"1": 1.9}}, "B": {}}')) <> '{"rtp": 0.95, "volatility": 0.95, "hitFrequency": 0.5, "maxMultiplier": 1.9}' then
    raise exception 'slots.game_profile gives a wrong answer';
  end if;
end
$$;
rollback;
