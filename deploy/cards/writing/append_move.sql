-- Deploy gamekeeper:cards/writing/append_move to pg
-- requires: cards/games/game_states cards/games/game_events cards/log/make_event cards/bots/bot_strategies cards/log/progress cards/log/play_on core/chance/may_draw_at_once cards/writing/save_progress cards/log/apply_event cards/rules/awaits_person cards/rules/table_state cards/log/next_event
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Behind most moves nothing is left to chance or to a bot before another person has to act: at most a trick ends and the next one
-- begins. Such a move changes nothing but the live row, so it is written here, by as few expressions as can be (docs/benchmarks).
-- Everything else goes the way of cards.play_on and cards.save_progress.
create function cards.append_move(game cards.game_states, type text, payload jsonb)
returns integer
language plpgsql
volatile
as $$
declare
  _event constant cards.game_events := cards.make_event(
    append_move.game.game_id, (append_move.game.state).next_index, append_move.type, append_move.payload
  );
  _state cards.table_state;
  _next cards.game_events;
  _events cards.game_events[];
  _strategies jsonb;
  _progress cards.progress;
begin
  if append_move.type = any ('{card_played,player_bid,invalid_action}') then
    if append_move.game.silences is not null and append_move.type <> 'invalid_action' then
      append_move.game.silences[(append_move.game.state).turn + 1] := 0;
    end if;
    _state := cards.apply_event(append_move.game.state, _event);
  end if;
  if cards.awaits_person(_state) then
    insert into cards.game_events (game_id, event_index, type, payload, created_at)
    values (_event.game_id, _event.event_index, _event.type, _event.payload, append_move.game.last_event_at);
  else
    while _state.phase = any ('{trick_end,trick_start,breaking}') or _state.phase = 'bidding' and _state.turn is null loop
      _next := cards.next_event(_event.game_id, _state, null, 0);
      _state := cards.apply_event(_state, _next);
      _events := _events || _next;
    end loop;
    if not cards.awaits_person(_state) then
      if (append_move.game.state).bots <> 0 then
        _strategies := cards.bot_strategies(append_move.game.state);
      end if;
      _progress := cards.play_on(
        append_move.game.game_id, append_move.game.state, array[_event], 'draw', _strategies, append_move.game.coming_back
      );
      if _progress.is_due and core.may_draw_at_once() then
        _progress := cards.play_on(
          append_move.game.game_id, append_move.game.state, array[_event], 'choice', _strategies, append_move.game.coming_back
        );
      end if;
      append_move.game.decided_in := pg_current_xact_id();
      perform cards.save_progress(append_move.game, _progress);
      return _event.event_index;
    end if;
    insert into cards.game_events (game_id, event_index, type, payload, created_at)
    select e.game_id, e.event_index, e.type, e.payload, case when e.event_index = _event.event_index then append_move.game.last_event_at end
    from unnest(_event || _events) as e;
  end if;
  update cards.game_states as s
  set
    state = _state,
    turn_deadline = coalesce(
      case when _event.type = 'invalid_action' then s.turn_deadline end,
      append_move.game.last_event_at + make_interval(secs => _state.turn_seconds)
    ),
    warned_at = case when _event.type = 'invalid_action' then s.warned_at end,
    is_forfeit = _event.type = 'invalid_action' and s.is_forfeit,
    is_due = false,
    silences = append_move.game.silences,
    problem = null,
    decided_in = pg_current_xact_id(),
    last_event_at = append_move.game.last_event_at
  where s.game_id = _event.game_id;
  return _event.event_index;
end
$$;
comment on function cards.append_move(cards.game_states, text, jsonb) is
  'Appends the event of a command to a game whose live row the caller has locked, and what follows by itself: up to the next '
  'draw, for callers that may draw at once until a person has to act. Returns the event''s index. Raises: REPLAY_ERROR. [helper]';
revoke all on function cards.append_move(cards.game_states, text, jsonb) from public;
commit;
