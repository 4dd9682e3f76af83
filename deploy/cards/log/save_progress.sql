-- Deploy gamekeeper:cards/log/save_progress to pg
-- requires: cards/rules/table_state cards/log/progress cards/games/games cards/rules/sha256_hex cards/players/member_ids cards/games/game_events cards/games/game_snapshots cards/log/sync_members cards/log/complete_game cards/log/count_games cards/numbers/all_seats cards/games/game_states cards/rules/turn_deadline cards/games/room_directory core/keys/join_code
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The writer of events, states and snapshots (a single event that changes nothing but the live row,
-- cards.append_events writes itself). The caller holds the lock of the game's live row, or has just made up
-- the game's id, so indexes follow each other and completion happens once.
create function cards.save_progress(
  game_id uuid, before cards.table_state, progress cards.progress, at timestamptz, is_public boolean default false, is_counted boolean default true
)
returns void
language plpgsql
volatile
as $$
declare
  _state constant cards.table_state := progress.state;
  _is_move constant boolean := save_progress.before.phase <> 'lobby' and _state.phase <> 'completed' and cardinality(save_progress.progress.snapshots) = 0
    and _state.player_ids = save_progress.before.player_ids and _state.spectators = save_progress.before.spectators;
  _is_open boolean;
  _has_begun boolean;
begin
  if save_progress.before.phase is null then
    insert into cards.games (id, session_seed, session_seed_hash, config, is_public, member_ids, created_at)
    values (
      save_progress.game_id, _state.session_seed, cards.sha256_hex(_state.session_seed),
      jsonb_build_object(
        'minPlayers', _state.min_players, 'maxPlayers', _state.max_players, 'startingSeatIndex', _state.starting_seat,
        'turnSeconds', _state.turn_seconds, 'autoplayBots', _state.autoplay_bots,
        'shuffle', case when _state.is_external then 'external' else 'sha256' end
      ),
      save_progress.is_public, cards.member_ids(_state), save_progress.at
    );
  end if;

  insert into cards.game_events (game_id, event_index, type, payload, created_at)
  select e.game_id, e.event_index, e.type, e.payload, case when e.event_index = coalesce(save_progress.before.next_index, 0) then save_progress.at end
  from unnest(save_progress.progress.events) as e;

  if _is_move is not true then
    if cardinality(save_progress.progress.snapshots) > 0 then
      insert into cards.game_snapshots as s (game_id, states)
      values (save_progress.game_id, save_progress.progress.snapshots)
      on conflict on constraint game_snapshots_pkey do update set states = s.states || save_progress.progress.snapshots;
    end if;
    if _state.player_ids is distinct from save_progress.before.player_ids or _state.spectators is distinct from save_progress.before.spectators then
      perform cards.sync_members(save_progress.game_id, _state);
    end if;
    if _state.phase = 'completed' then
      perform cards.complete_game(save_progress.game_id, _state, save_progress.at);
      if save_progress.is_counted then
        perform cards.count_games(array[save_progress.game_id], save_progress.at);
      end if;
      return;
    end if;

    _has_begun := coalesce(save_progress.before.phase, 'lobby') = 'lobby' and _state.phase <> 'lobby';
    if _has_begun then
      update cards.games as g
      set status = 'in_progress', started_at = save_progress.at
      where g.id = save_progress.game_id;
    end if;
    _is_open := _state.phase = 'lobby' and cardinality(_state.player_ids) < _state.max_players
      and _state.bots <> cards.all_seats(cardinality(_state.player_ids));
    if save_progress.before.phase is null then
      insert into cards.game_states (game_id, turn_deadline, state)
      values (save_progress.game_id, cards.turn_deadline(save_progress.before, _state, null, save_progress.at), _state);
      loop
        insert into cards.room_directory (join_code, game_id, is_public, is_open, max_players, current_players, created_at)
        values (
          core.join_code(), save_progress.game_id, save_progress.is_public, _is_open, _state.max_players, cardinality(_state.player_ids), save_progress.at
        )
        on conflict on constraint room_directory_pkey do nothing;
        exit when found;
      end loop;
      return;
    elsif _has_begun or _state.player_ids is distinct from save_progress.before.player_ids then
      update cards.room_directory as r
      set is_open = _is_open, current_players = cardinality(_state.player_ids)
      where r.game_id = save_progress.game_id;
    end if;
  end if;

  update cards.game_states as s
  set state = _state,
    turn_deadline = cards.turn_deadline(save_progress.before, _state, s.turn_deadline, save_progress.at)
  where s.game_id = save_progress.game_id;
end
$$;
comment on function cards.save_progress(uuid, cards.table_state, cards.progress, timestamptz, boolean, boolean) is
  'Writes events that were applied to a state: the log, snapshots, members, the live row, and at the end the completion; makes the game when before is null. is_counted false leaves the lifetime statistics to the caller, who must call cards.count_games. [helper]';
revoke all on function cards.save_progress(uuid, cards.table_state, cards.progress, timestamptz, boolean, boolean) from public;
commit;
