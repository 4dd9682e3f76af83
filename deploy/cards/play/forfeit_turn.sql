-- Deploy gamekeeper:cards/play/forfeit_turn to pg
-- requires: cards/play/move_result cards/players/players cards/games/game_states cards/rules/table_state cards/games/game_events core/callers/is_service cards/writing/draw_due cards/writing/lock_game cards/players/ensure_player cards/play/ready_to_move cards/play/lock_seat cards/rules/awaits_person core/errors/raise cards/writing/take_turn cards/writing/count_games cards/log/fallback_event cards/writing/append_move cards/play/can_forfeit cards/play/first_forfeit core/chance/may_draw_at_once core/keys/slot_in core/shards/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The fallback move shows a card of the hand. So of another player the turn is only taken here, which decides, and the
-- move comes with the next draw; one's own is made at once.
create function cards.forfeit_turn(game_id uuid, expected_index integer default null)
returns cards.move_result
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player cards.players;
  _game cards.game_states;
  _state cards.table_state;
  _event cards.game_events;
  _answer cards.move_result;
begin
  if core.is_service() then
    perform core.enter(core.slot_in(forfeit_turn.game_id));
    _game := cards.lock_game(forfeit_turn.game_id);
  else
    _player := cards.ensure_player(core.slot_in(forfeit_turn.game_id));
    _game := cards.lock_seat(forfeit_turn.game_id, _player.id);
  end if;
  _answer := cards.first_forfeit(_game, forfeit_turn.expected_index);
  if _answer.accepted is not null then
    return _answer;
  elsif forfeit_turn.expected_index is not null and _game.is_forfeit and _player.id is not null then
    return row(true, null, null)::cards.move_result;
  end if;
  if _player.id is null then
    _game := cards.draw_due(_game);
  else
    _game := cards.ready_to_move(_game, _player.id);
  end if;
  _answer := cards.first_forfeit(_game, forfeit_turn.expected_index);
  if _answer.accepted is not null then
    return _answer;
  end if;
  _state := _game.state;
  if _state.phase not in ('bidding', 'playing') or _state.turn is null or _player.id is not null and not cards.awaits_person(_state) then
    perform core.raise('STATE_ERROR', jsonb_build_object('state', _state.phase, 'expected', jsonb_build_array('bidding', 'playing')));
  end if;
  if _player.id is null then
    _game := cards.take_turn(_game, 'choice');
    if (_game.state).phase = 'completed' then
      perform cards.count_games(array[_game.game_id]);
    end if;
    return row(true, null, _state.next_index)::cards.move_result;
  elsif _state.player_ids[_state.turn + 1] = _player.id::text then
    _event := cards.fallback_event(_game.game_id, _state);
    return row(true, null, cards.append_move(_game, _event.type, _event.payload))::cards.move_result;
  elsif not cards.can_forfeit(_game) then
    perform core.raise('STATE_ERROR', '{"state": "turn runs", "expected": ["turn has run out"]}');
  end if;
  update cards.game_states as s
  set is_forfeit = true, is_due = true, decided_in = pg_current_xact_id(), last_event_at = _game.last_event_at
  where s.game_id = _game.game_id
  returning * into strict _game;
  if core.may_draw_at_once() then
    perform cards.draw_due(_game);
    return row(true, null, _state.next_index)::cards.move_result;
  end if;
  return row(true, null, null)::cards.move_result;
end
$$;
comment on function cards.forfeit_turn(uuid, integer) is
  'Gives up a turn. One''s own: the fallback move is made. Another player''s, some time after upkeep noted that it ran out: that '
  'player cannot move any more, and the fallback move comes with continue_game in a later transaction, so event_index is null. The '
  'service gives up any turn at once. expected_index is the next index as the client saw it: a turn that was given up there already gets the '
  'first answer, and where something else happened meanwhile error is VERSION_CONFLICT. Raises: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, STATE_ERROR, COMMIT_FIRST. [client] [repeat: index]';
revoke all on function cards.forfeit_turn(uuid, integer) from public;
grant execute on function cards.forfeit_turn(uuid, integer) to authenticated, service_role;
commit;
