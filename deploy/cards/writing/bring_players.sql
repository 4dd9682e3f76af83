-- Deploy gamekeeper:cards/writing/bring_players to pg
-- requires: cards/players/players cards/players/is_color cards/bots/careful_bot cards/documents/is_profile_event
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Called after the reducer accepted the events, so ids and names are well-formed. By ascending id, so
-- that two imports with the same players don't wait for each other. Of people with an account, and of bots, another engine tells
-- nothing new: they keep the profile that they have.
create function cards.bring_players(events jsonb)
returns void
language plpgsql
volatile
as $$
declare
  _player record;
begin
  for _player in
    select
      p.id,
      coalesce(p.profile ->> 'displayName', 'Player') as display_name,
      coalesce(nullif(left(p.profile ->> 'avatarSeed', 64), ''), p.id::text) as avatar_seed,
      case when cards.is_color(lower(p.profile ->> 'color')) then lower(p.profile ->> 'color') else '#808080' end as color,
      p.is_bot,
      p.is_update
    from (
      select
        coalesce(a.event -> 'payload' ->> 'newPlayerId', a.event -> 'payload' ->> 'playerId')::uuid as id,
        (array_agg(a.event -> 'payload' -> 'profile' order by a.at desc) filter (where a.event -> 'payload' ? 'profile'))[1] as profile,
        coalesce(bool_or((a.event -> 'payload' ->> 'isBot')::boolean), false) as is_bot,
        bool_or(a.event ->> 'type' = 'profile_updated' and a.event -> 'payload' ? 'profile') as is_update
      from jsonb_array_elements(bring_players.events) with ordinality as a (event, at)
      where cards.is_profile_event(a.event ->> 'type') or a.event ->> 'type' = 'player_replaced'
      group by 1
    ) as p
    order by p.id
  loop
    insert into cards.players (id, display_name, avatar_seed, color, is_bot, bot_strategy)
    values (
      _player.id, _player.display_name, _player.avatar_seed, _player.color, _player.is_bot,
      case when _player.is_bot then cards.careful_bot() end
    )
    on conflict on constraint players_pkey do nothing;
    if not found and _player.is_update then
      update cards.players as o
      set display_name = _player.display_name, avatar_seed = _player.avatar_seed, color = _player.color
      where o.id = _player.id and o.user_id is null and not o.is_bot and o.deleted_at is null;
    end if;
  end loop;
end
$$;
comment on function cards.bring_players(jsonb) is
  'Makes the players whom accepted events give a seat and who are not known yet, with the latest profile in the events, a '
  'JSON array of {type, payload}; a player without an account gets the profile of profile_updated. [helper]';
revoke all on function cards.bring_players(jsonb) from public;
commit;
