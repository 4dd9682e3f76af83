-- Deploy gamekeeper:cards/people/move_seat to pg
-- requires: cards/games/game_states cards/games/game_spectators cards/log/play_on cards/log/make_event cards/log/progress cards/writing/write_progress core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.move_seat(game cards.game_states, from_id uuid, into_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _game cards.game_states := move_seat.game;
  _progress cards.progress := cards.play_on(
    _game.game_id, _game.state,
    array[cards.make_event(
      _game.game_id, (_game.state).next_index, 'player_replaced',
      jsonb_build_object('playerId', move_seat.from_id, 'newPlayerId', move_seat.into_id)
    )],
    'events'
  );
begin
  -- whose seat it is changes nothing of what happens next
  _progress.is_due := _game.is_due;
  _game.decided_in := pg_current_xact_id();
  if _game.host_id = move_seat.from_id then
    _game.host_id := move_seat.into_id;
  end if;
  _game.last_event_at := greatest(core.wall_clock(), _game.last_event_at);
  delete from cards.game_spectators as s where s.game_id = _game.game_id and s.player_id = move_seat.into_id;
  perform cards.write_progress(_game, _progress);
end
$$;
comment on function cards.move_seat(cards.game_states, uuid, uuid) is
  'Gives the seat of a player in a game, whose live row the caller has locked, to another player. [helper]';
revoke all on function cards.move_seat(cards.game_states, uuid, uuid) from public;
commit;
