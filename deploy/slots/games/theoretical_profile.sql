-- Deploy gamekeeper:slots/games/theoretical_profile to pg
-- requires: core/errors/raise slots/games/compile_game slots/games/game_profile slots/games/games
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER only to reach the rules that no client is granted; games are public.
create function slots.theoretical_profile(game_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _profile jsonb;
begin
  select slots.game_profile(slots.compile_game(g.rng_signature, g.symbol_map))
  into _profile
  from slots.games as g
  where g.game_id = theoretical_profile.game_id;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('gameId', theoretical_profile.game_id));
  end if;
  return _profile;
end
$$;
comment on function slots.theoretical_profile(uuid) is
  'Anyone: the exact profile {"rtp", "volatility", "hitFrequency", "maxMultiplier"}, recomputed from the definition. Raises: NOT_FOUND. [client]';
revoke all on function slots.theoretical_profile(uuid) from public;
grant execute on function slots.theoretical_profile(uuid) to anon, authenticated, service_role;
commit;
