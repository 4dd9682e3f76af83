-- Deploy gamekeeper:cards/log/without_profile to pg
-- requires: cards/games/game_events cards/players/is_name cards/log/refuse_event
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.without_profile(event cards.game_events)
returns cards.game_events
language plpgsql
immutable
parallel safe
as $$
declare
  _payload constant jsonb := without_profile.event.payload;
begin
  if jsonb_typeof(_payload) is distinct from 'object' then
    return without_profile.event;
  elsif (_payload ? 'profile' or _payload -> '_v' = '1') and (
    jsonb_typeof(_payload -> 'profile') is distinct from 'object'
    or not cards.is_name(coalesce(_payload -> 'profile' ->> 'displayName', 'Player'))
  ) then
    perform cards.refuse_event(without_profile.event, 'profile must be an object with a displayName of 1 to 24 characters');
  end if;
  event.payload := (
    select jsonb_object_agg(p.key, case when p.key = '_v' and p.value = '1' then '2' else p.value end)
    from jsonb_each(_payload) as p
    where p.key in ('_v', 'playerId', 'seatIndex', 'isBot')
  );
  return without_profile.event;
end
$$;
comment on function cards.without_profile(cards.game_events) is
  'player_joined or profile_updated as a log holds it: without the profile, which _v 1 has and _v 2 may bring along for '
  'cards.bring_players, and without keys that docs/cards.md does not name. Raises: REPLAY_ERROR. [helper]';
revoke all on function cards.without_profile(cards.game_events) from public;
commit;
