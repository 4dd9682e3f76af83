-- Deploy gamekeeper:cards/writing/write_progress to pg
-- requires: cards/games/game_states cards/log/progress cards/rules/table_state cards/games/game_events cards/games/game_snapshots cards/writing/sync_members cards/writing/complete_game cards/games/room_directory cards/numbers/all_seats cards/games/games cards/rules/awaits_person cards/games/host_seat cards/games/count_people cards/writing/plan_room
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The writer of events, states and snapshots (a single event that changes nothing but the live row,
-- cards.append_events writes itself). The caller holds the lock of the game's live row, or has just made it, so
-- indexes follow each other and completion happens once. game is that row before the events; its last_event_at is the
-- instant of this command, its decided_in and coming_back are written as they are given.
create function cards.write_progress(game cards.game_states, progress cards.progress)
returns cards.game_states
language plpgsql
volatile
as $$
declare
  _before constant cards.table_state := write_progress.game.state;
  _state constant cards.table_state := write_progress.progress.state;
  _host_before text;
begin
  insert into cards.game_events (game_id, event_index, type, payload, created_at)
  select
    e.game_id, e.event_index, e.type, e.payload,
    case when e.event_index = coalesce(_before.next_index, 0) then write_progress.game.last_event_at end
  from unnest(write_progress.progress.events) as e;
  if cardinality(write_progress.progress.snapshots) > 0 then
    insert into cards.game_snapshots as s (game_id, states)
    values (write_progress.game.game_id, write_progress.progress.snapshots)
    on conflict on constraint game_snapshots_pkey do update set states = s.states || write_progress.progress.snapshots;
    write_progress.game.coming_back := 0;
  end if;
  if _state.player_ids is distinct from _before.player_ids or _state.spectators is distinct from _before.spectators then
    perform cards.sync_members(write_progress.game.game_id, _state);
  end if;
  write_progress.game.state := _state;
  if _state.phase in ('completed', 'voided') then
    perform cards.complete_game(write_progress.game.game_id, _state, write_progress.game.last_event_at);
    return write_progress.game;
  end if;
  if _state.phase = 'lobby' or coalesce(_before.phase, 'lobby') = 'lobby' then
    update cards.room_directory as r
    set
      is_open = _state.phase = 'lobby' and cardinality(_state.player_ids) < _state.max_players
        and _state.bots <> cards.all_seats(cardinality(_state.player_ids)),
      current_players = cardinality(_state.player_ids)
    where r.game_id = write_progress.game.game_id;
    if _state.phase <> 'lobby' then
      write_progress.game.room_deadline := null;
    elsif write_progress.game.host_since is not null then
      write_progress.game.acted_at := write_progress.game.last_event_at;
      _host_before := _before.player_ids[cards.host_seat(_before, write_progress.game.host_id) + 1];
      if write_progress.game.host_id::text <> all (_state.player_ids) then
        write_progress.game.host_id := null;
      end if;
      if _host_before is distinct from _state.player_ids[cards.host_seat(_state, write_progress.game.host_id) + 1]
        or cards.count_people(_before) < 2 and cards.count_people(_state) > 1
      then
        write_progress.game.host_since := write_progress.game.last_event_at;
      end if;
      write_progress.game.enough_since := case
        when cardinality(_state.player_ids) >= _state.min_players then coalesce(write_progress.game.enough_since, write_progress.game.last_event_at)
      end;
      write_progress.game.room_deadline := (cards.plan_room(write_progress.game)).at;
    end if;
    if _state.phase <> 'lobby' then
      update cards.games as g
      set status = 'in_progress', started_at = write_progress.game.last_event_at
      where g.id = write_progress.game.game_id;
    end if;
  end if;
  if (_state.turn, _state.phase, _state.round_index, _state.trick_index)
    is distinct from (_before.turn, _before.phase, _before.round_index, _before.trick_index)
  then
    write_progress.game.turn_deadline := null;
    write_progress.game.warned_at := null;
    write_progress.game.is_forfeit := false;
  end if;
  write_progress.game.turn_deadline := case
    when cards.awaits_person(_state) then coalesce(write_progress.game.turn_deadline, write_progress.game.last_event_at + make_interval(secs => _state.turn_seconds))
  end;
  write_progress.game.is_due := write_progress.progress.is_due;
  update cards.game_states as s
  set
    state = _state,
    turn_deadline = write_progress.game.turn_deadline,
    warned_at = write_progress.game.warned_at,
    is_forfeit = write_progress.game.is_forfeit,
    is_due = write_progress.game.is_due,
    host_id = write_progress.game.host_id,
    host_since = write_progress.game.host_since,
    acted_at = write_progress.game.acted_at,
    enough_since = write_progress.game.enough_since,
    room_deadline = write_progress.game.room_deadline,
    coming_back = write_progress.game.coming_back,
    silences = write_progress.game.silences,
    problem = null,
    decided_in = write_progress.game.decided_in,
    last_event_at = write_progress.game.last_event_at
  where s.game_id = write_progress.game.game_id;
  return write_progress.game;
end
$$;
comment on function cards.write_progress(cards.game_states, cards.progress) is
  'Writes events that were applied to a game: the log, snapshots, members, the live row, and at the end the completion, '
  'but for the lifetime statistics, which the caller leaves to cards.count_games. Returns the live row as it is then. [helper]';
revoke all on function cards.write_progress(cards.game_states, cards.progress) from public;
commit;
