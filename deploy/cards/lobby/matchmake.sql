-- Deploy gamekeeper:cards/lobby/matchmake to pg
-- requires: cards/lobby/ticket cards/players/players cards/players/ensure_player core/keys/wall_clock cards/lobby/limit_lobby_calls cards/games/game_players cards/games/room_directory cards/games/game_states cards/lobby/open_game core/records/setting cards/settings cards/lobby/seat_player cards/writing/lock_game cards/lobby/add_bots core/keys/uuid_v7 cards/numbers/has_seat cards/lobby/note_presence cards/lobby/limit_rooms cards/games/game_departures cards/lobby/limit_hosting cards/lobby/start_matchmade cards/games/lobby_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.matchmake(fill_with_bots boolean default false)
returns cards.ticket
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player constant cards.players := cards.ensure_player(cards.lobby_slot());
  _now constant timestamptz := core.wall_clock();
  _game_id uuid;
  _game cards.game_states;
begin
  perform cards.limit_lobby_calls(_player.id, _now);
  -- A seat that the caller has already, in a public room or in a game that matchmake began.
  select g.game_id into _game_id
  from cards.game_players as g
  join cards.room_directory as r on r.game_id = g.game_id
  join cards.game_states as s on s.game_id = g.game_id
  where g.player_id = _player.id and g.is_live and r.is_public
    and (
      (s.state).phase = 'lobby'
      or r.is_matchmade and not cards.has_seat((s.state).gone, array_position((s.state).player_ids, _player.id::text) - 1)
    )
  order by (s.state).phase = 'lobby' desc, g.game_id
  limit 1;
  select * into _game
  from cards.game_states as s
  where s.game_id = _game_id and _player.id::text = any ((s.state).player_ids)
  for update;
  if found then
    _game.last_event_at := greatest(core.wall_clock(), _game.last_event_at);
    perform cards.note_presence(_game, _player.id);
  else
    perform cards.limit_rooms(_player.id);
    -- A room that starts soon, and that nobody else is just joining. The lock re-reads the row, so the phase and the seats are
    -- checked on the state that is locked.
    select r.game_id into _game_id
    from cards.room_directory as r
    join cards.game_states as s on s.game_id = r.game_id
    where r.is_public and r.is_open and (s.state).phase = 'lobby' and cardinality((s.state).player_ids) < (s.state).max_players
      and not exists (select from cards.game_departures as d where d.game_id = r.game_id and d.player_id = _player.id)
    order by r.is_matchmade desc, r.max_players - r.current_players, r.game_id
    limit 1
    for update of s skip locked;
    if _game_id is null then
      perform cards.limit_hosting(_player.id, _now);
      _game_id := core.uuid_v7(cards.lobby_slot());
      perform cards.open_game(_game_id, _player, jsonb_build_object('maxPlayers', core.setting('cards.room_size')), true);
      update cards.room_directory as r set is_matchmade = true where r.game_id = _game_id;
    else
      perform cards.seat_player(cards.lock_game(_game_id), _player);
    end if;
  end if;
  if matchmake.fill_with_bots then
    perform cards.add_bots(_game_id);
  end if;
  perform cards.start_matchmade(_game_id);
  return cards.make_ticket(_game_id, _player.id);
end
$$;
comment on function cards.matchmake(boolean) is
  'Seats the caller in a public room that starts soon, never in one that the caller left or was kicked from, or makes one of '
  'cards.room_size seats. On request bots take the free seats of a room in which nobody else is. What it makes starts by itself: when it '
  'is full, when all are ready, or some time after there are enough. Who waits in a public room, or plays in a game that began so, keeps '
  'that seat. Call it as select * from cards.matchmake(...). Raises: UNAUTHENTICATED, RATE_LIMIT, TOO_MANY_ROOMS. [client] [repeat: natural]';
revoke all on function cards.matchmake(boolean) from public;
grant execute on function cards.matchmake(boolean) to authenticated, service_role;
commit;
