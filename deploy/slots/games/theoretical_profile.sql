-- Deploy gamekeeper:slots/games/theoretical_profile to pg
-- requires: slots/games/games core/shards/raise_unknown_definition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER as all that clients call; games are public. The profile was counted once, by slots.create_game, and a
-- definition never changes.
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
  select g.statistical_profile into _profile from slots.games as g where g.game_id = theoretical_profile.game_id;
  if not found then
    perform core.raise_unknown_definition(jsonb_build_object('gameId', theoretical_profile.game_id), theoretical_profile.game_id);
  end if;
  return _profile;
end
$$;
comment on function slots.theoretical_profile(uuid) is
  'Anyone: the exact profile of a game, {"rtp", "volatility", "hitFrequency", "maxMultiplier"}, as its definition implies it. Raises: NOT_FOUND. [client]';
revoke all on function slots.theoretical_profile(uuid) from public;
grant execute on function slots.theoretical_profile(uuid) to anon, authenticated, service_role;
commit;
