-- Deploy gamekeeper:cards/writing/bring_players to pg
-- requires: cards/games/game_events cards/players/players cards/players/is_color cards/bots/careful_bot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Called after the reducer accepted the events, so ids and names are well-formed. By ascending id, so
-- that two imports with the same players don't wait for each other.
create function cards.bring_players(events cards.game_events[])
returns void
language plpgsql
volatile
as $$
begin
  insert into cards.players (id, display_name, avatar_seed, color, is_bot, bot_strategy)
  select
    p.id,
    p.profile ->> 'displayName',
    coalesce(nullif(left(p.profile ->> 'avatarSeed', 64), ''), p.id::text),
    case when cards.is_color(lower(p.profile ->> 'color')) then lower(p.profile ->> 'color') else '#808080' end,
    p.is_bot,
    case when p.is_bot then cards.careful_bot() end
  from (
    select distinct on (e.payload ->> 'playerId')
      (e.payload ->> 'playerId')::uuid as id,
      '{"displayName": "Player"}'::jsonb || (e.payload -> 'profile') as profile,
      (e.payload ->> 'isBot')::boolean as is_bot
    from unnest(bring_players.events) as e
    where e.type = 'player_joined'
    order by e.payload ->> 'playerId', e.event_index
  ) as p
  order by p.id
  on conflict do nothing;
end
$$;
comment on function cards.bring_players(cards.game_events[]) is
  'Makes the players whom accepted player_joined events name and who are not known yet, from their profiles. [helper]';
revoke all on function cards.bring_players(cards.game_events[]) from public;
commit;
