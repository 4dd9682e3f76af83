-- Deploy gamekeeper:cards/lobby/note_presence to pg
-- requires: cards/games/game_states cards/games/host_seat cards/writing/plan_room
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.note_presence(game cards.game_states, player_id uuid)
returns cards.game_states
language plpgsql
volatile
as $$
declare
  _game cards.game_states := note_presence.game;
begin
  if (_game.state).phase <> 'lobby' or _game.host_since is null then
    return _game;
  end if;
  _game.acted_at := _game.last_event_at;
  if (_game.state).player_ids[cards.host_seat(_game.state, _game.host_id) + 1] = note_presence.player_id::text then
    _game.host_since := _game.last_event_at;
  end if;
  _game.room_deadline := (cards.plan_room(_game)).at;
  update cards.game_states as s
  set host_since = _game.host_since, acted_at = _game.acted_at, room_deadline = _game.room_deadline
  where s.game_id = _game.game_id;
  return _game;
end
$$;
comment on function cards.note_presence(cards.game_states, uuid) is
  'Notes that a person in a lobby, whose live row the caller has locked, is there: a silent room closes, and a silent host loses a '
  'public one. Returns the live row as it is then. [helper]';
revoke all on function cards.note_presence(cards.game_states, uuid) from public;
commit;
