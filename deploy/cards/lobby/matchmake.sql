-- Deploy gamekeeper:cards/lobby/matchmake to pg
-- requires: cards/lobby/ticket cards/players/players cards/players/ensure_player core/keys/wall_clock cards/lobby/limit_lobby_calls cards/games/game_players cards/games/room_directory cards/games/game_states cards/lobby/open_game core/records/setting cards/settings cards/lobby/seat_player cards/writing/lock_game cards/lobby/add_bots core/keys/uuid_v7 core/keys/slot_in
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
  _player constant cards.players := cards.ensure_player();
  _now constant timestamptz := core.wall_clock();
  _game_id uuid;
begin
  perform cards.limit_lobby_calls(_player.id, _now);
  -- A seat in an open public room that the caller has already.
  select g.game_id into _game_id
  from cards.game_players as g
  join cards.room_directory as r on r.game_id = g.game_id
  join cards.game_states as s on s.game_id = g.game_id
  where g.player_id = _player.id and g.is_live and r.is_public and (s.state).phase = 'lobby'
  order by g.game_id
  limit 1;
  if _game_id is null then
    -- The oldest open room that nobody else is just joining. The lock re-reads the row, so the phase
    -- and the seats are checked on the state that is locked.
    select r.game_id into _game_id
    from cards.room_directory as r
    join cards.game_states as s on s.game_id = r.game_id
    where r.is_public and r.is_open and (s.state).phase = 'lobby' and cardinality((s.state).player_ids) < (s.state).max_players
    order by r.game_id
    limit 1
    for update of s skip locked;
    if _game_id is null then
      _game_id := core.uuid_v7(core.slot_in(_player.id));
      perform cards.open_game(_game_id, _player, jsonb_build_object('maxPlayers', core.setting('cards.room_size')), true);
    else
      perform cards.seat_player(cards.lock_game(_game_id), _player);
    end if;
  end if;
  if matchmake.fill_with_bots then
    perform cards.add_bots(_game_id);
  end if;
  return cards.make_ticket(_game_id, _player.id);
end
$$;
comment on function cards.matchmake(boolean) is
  'Seats the caller in the oldest open public room, or makes one of cards.room_size seats; on request bots take the '
  'free seats. Who waits in such a room already keeps that seat. Raises: UNAUTHENTICATED, RATE_LIMIT, STATE_ERROR, '
  'GAME_FULL. [client] [repeat: natural]';
revoke all on function cards.matchmake(boolean) from public;
grant execute on function cards.matchmake(boolean) to authenticated, service_role;
commit;
