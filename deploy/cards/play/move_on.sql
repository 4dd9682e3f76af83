-- Deploy gamekeeper:cards/play/move_on to pg
-- requires: core/errors/caught core/errors/caught_error cards/games/game_states core/keys/wall_clock cards/play/can_forfeit cards/writing/take_turn cards/writing/write_progress cards/log/play_on cards/games/game_events cards/bots/bot_strategies cards/rules/awaits_person cards/lobby/tend_room
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One game that stops where the rules say no further must not stop the others: what it raises is written down in its row,
-- health names it, and upkeep leaves it alone until the next event.
create function cards.move_on(game cards.game_states)
returns cards.game_states
language plpgsql
volatile
as $$
declare
  _game cards.game_states := move_on.game;
  _error core.caught_error;
begin
  _game.last_event_at := greatest(core.wall_clock(), _game.last_event_at);
  if _game.room_deadline is not null then
    if not cards.tend_room(move_on.game, _game.last_event_at) then
      return null;
    end if;
    return coalesce((select s from cards.game_states as s where s.game_id = _game.game_id), _game);
  end if;
  if _game.is_forfeit or not _game.is_due and cards.can_forfeit(_game) then
    return cards.take_turn(_game, 'choice');
  elsif _game.is_due then
    return cards.write_progress(_game, cards.play_on(
      _game.game_id, _game.state, array[]::cards.game_events[], 'choice', cards.bot_strategies(_game.state), _game.coming_back
    ));
  elsif _game.warned_at is null and _game.turn_deadline <= _game.last_event_at and cards.awaits_person(_game.state) then
    update cards.game_states as s set warned_at = _game.last_event_at where s.game_id = _game.game_id;
  end if;
  return null;
exception
  when others then
    _error := core.caught(sqlstate, sqlerrm);
    update cards.game_states as s set problem = format('%s: %s', _error.sqlstate, _error.message) where s.game_id = move_on.game.game_id;
    return null;
end
$$;
comment on function cards.move_on(cards.game_states) is
  'Moves a game on that waits for nobody, whose live row the caller has locked: looks after a room, draws what is due, takes a turn that has run out, or '
  'notes that it has. Returns the live row as it is then, null where nothing moved; the lifetime statistics are left to the caller. [helper]';
revoke all on function cards.move_on(cards.game_states) from public;
commit;
