-- Deploy gamekeeper:cards/play/forfeit_turn to pg
-- requires: cards/play/move_result cards/players/players cards/rules/table_state cards/games/game_events core/keys/now_utc core/callers/is_service cards/games/game_states core/errors/raise cards/players/ensure_player cards/play/lock_seat cards/log/fallback_event cards/log/append_move
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.forfeit_turn(game_id uuid)
returns cards.move_result
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player cards.players;
  _state cards.table_state;
  _deadline timestamptz;
  _event cards.game_events;
  _now constant timestamptz := core.now_utc();
begin
  if core.is_service() then
    select (s.state).* into _state from cards.game_states as s where s.game_id = forfeit_turn.game_id for update;
    if not found then
      perform core.raise('NOT_FOUND', jsonb_build_object('gameId', forfeit_turn.game_id));
    end if;
  else
    _player := cards.ensure_player();
    _state := cards.lock_seat(forfeit_turn.game_id, _player.id);
  end if;
  if _state.turn is null then
    perform core.raise('STATE_ERROR', jsonb_build_object('phase', _state.phase, 'problem', 'nobody has to act'));
  end if;
  select s.turn_deadline into strict _deadline from cards.game_states as s where s.game_id = forfeit_turn.game_id;
  if _player.id is not null and _state.player_ids[_state.turn + 1] <> _player.id::text and _deadline > _now then
    perform core.raise('STATE_ERROR', jsonb_build_object('turnDeadline', _deadline, 'problem', 'the turn of another player has not run out'));
  end if;
  _event := cards.fallback_event(forfeit_turn.game_id, _state);
  return row(true, null, cards.append_move(forfeit_turn.game_id, _state, _event.type, _event.payload, _now))::cards.move_result;
end
$$;
comment on function cards.forfeit_turn(uuid) is
  'Makes the fallback move: of the caller in the caller''s own turn, of another player once that turn has run out, of anybody for the service. Raises: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, STATE_ERROR. [client]';
revoke all on function cards.forfeit_turn(uuid) from public;
grant execute on function cards.forfeit_turn(uuid) to authenticated, service_role;
commit;
