-- Deploy gamekeeper:cards/writing/append_events to pg
-- requires: cards/games/game_events core/keys/wall_clock cards/games/game_states cards/log/progress core/callers/is_service core/errors/raise cards/log/apply_events cards/writing/is_stored cards/log/read_events cards/log/play_on cards/writing/bring_players cards/writing/save_progress cards/errors core/shards/has_map core/shards/enter core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- What one move brings, a few events of bidding and tricks, changes nothing but the live row: one UPDATE locks it, asks
-- the reducer and writes; of these events only a misplay leaves turn, phase, round and trick as they were, so where there is
-- nothing else the deadline is kept. Every other batch locks first and goes the way of all commands, cards.save_progress. A single event has statements of
-- its own, since every expression that a call passes counts (docs/benchmarks).
create function cards.append_events(game_id uuid, expected_index integer, events jsonb)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _at constant timestamptz := core.wall_clock();
  _type constant text := case when append_events.events -> 1 is null then append_events.events -> 0 ->> 'type' end;
  _types jsonb;
  _is_move boolean;
  _game cards.game_states;
  _next integer;
  _events cards.game_events[];
  _progress cards.progress;
begin
  if not core.is_service() or core.has_map() then
    if not core.is_service() then
      perform core.raise('FORBIDDEN');
    end if;
    perform core.enter(core.slot_in(append_events.game_id));
  end if;

  if _type = any ('{card_played,trick_started,trick_completed,player_bid,invalid_action,bidding_complete,trump_broken}') then
    update cards.game_states as s
    set
      state = cards.apply_event(
        s.state,
        row(s.game_id, append_events.expected_index, _type, append_events.events -> 0 -> 'payload', null)::cards.game_events
      ),
      turn_deadline = case when _type = 'invalid_action' then s.turn_deadline else _at + make_interval(secs => (s.state).turn_seconds) end,
      warned_at = case when _type = 'invalid_action' then s.warned_at end,
      is_forfeit = _type = 'invalid_action' and s.is_forfeit,
      is_due = false,
      problem = null,
      decided_in = pg_current_xact_id(),
      last_event_at = greatest(_at, s.last_event_at)
    where s.game_id = append_events.game_id and (s.state).next_index = append_events.expected_index;
    if found then
      insert into cards.game_events (game_id, event_index, type, payload, created_at)
      values (append_events.game_id, append_events.expected_index, _type, append_events.events -> 0 -> 'payload', _at);
      return append_events.expected_index;
    end if;
  elsif jsonb_typeof(append_events.events) = 'array' and jsonb_array_length(append_events.events) between 2 and 8 then
    _types := jsonb_path_query_array(append_events.events, '$[*].type');
    if _types <@ '["card_played","trick_started","trick_completed","player_bid","invalid_action","bidding_complete","trump_broken"]' then
      _is_move := not _types <@ '["invalid_action"]';
      update cards.game_states as s
      set
        state = cards.apply_events(s.state, s.game_id, append_events.expected_index, append_events.events),
        turn_deadline = case when _is_move then _at + make_interval(secs => (s.state).turn_seconds) else s.turn_deadline end,
        warned_at = case when not _is_move then s.warned_at end,
        is_forfeit = not _is_move and s.is_forfeit,
        is_due = false,
        problem = null,
        decided_in = pg_current_xact_id(),
        last_event_at = greatest(_at, s.last_event_at)
      where s.game_id = append_events.game_id and (s.state).next_index = append_events.expected_index;
      if found then
        insert into cards.game_events (game_id, event_index, type, payload, created_at)
        select
          append_events.game_id, append_events.expected_index + e.at::integer - 1, e.event ->> 'type', e.event -> 'payload',
          case when e.at = 1 then _at end
        from jsonb_array_elements(append_events.events) with ordinality as e (event, at);
        return append_events.expected_index + jsonb_array_length(append_events.events) - 1;
      end if;
    end if;
  end if;

  _game := (select s from cards.game_states as s where s.game_id = append_events.game_id for update);
  if _game.game_id is not null then
    _next := (_game.state).next_index;
  else
    select max(e.event_index) + 1 into _next from cards.game_events as e where e.game_id = append_events.game_id;
    if _next is null then
      perform core.raise('NOT_FOUND', jsonb_build_object('gameId', append_events.game_id));
    end if;
    _game.state.phase := 'completed';
    _game.state.next_index := _next;
  end if;
  _events := cards.read_events(append_events.game_id, append_events.expected_index, append_events.events);
  if append_events.expected_index < _next and cards.is_stored(_events) then
    return append_events.expected_index + cardinality(_events) - 1;
  elsif append_events.expected_index is distinct from _next then
    perform core.raise('VERSION_CONFLICT', jsonb_build_object('expectedIndex', append_events.expected_index, 'nextIndex', _next));
  end if;
  _progress := cards.play_on(append_events.game_id, _game.state, _events, 'events');
  perform cards.bring_players(append_events.events);
  _game.decided_in := pg_current_xact_id();
  _game.host_since := null;
  _game.room_deadline := null;
  _game.last_event_at := greatest(core.wall_clock(), _game.last_event_at);
  perform cards.save_progress(_game, _progress);
  return (_progress.state).next_index - 1;
end
$$;
comment on function cards.append_events(uuid, integer, jsonb) is
  'Appends a batch of events from an outside engine, each validated by the reducer, all or nothing: events is a JSON '
  'array of {"type", "payload"}, expected_index the index of the first. Bots do not play by themselves here. The '
  'same events again at the same index get the first answer. Returns the index of the last event. Raises: FORBIDDEN, '
  'NOT_FOUND, VERSION_CONFLICT, INVALID_INPUT, REPLAY_ERROR. [service] [repeat: index]';
revoke all on function cards.append_events(uuid, integer, jsonb) from public;
grant execute on function cards.append_events(uuid, integer, jsonb) to service_role;
commit;
