-- Deploy gamekeeper:cards/lobby/leave_seat to pg
-- requires: cards/games/game_states cards/games/count_people cards/writing/append_move cards/writing/note_departure cards/writing/close_room
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.leave_seat(game cards.game_states, player_id uuid)
returns integer
language plpgsql
volatile
as $$
declare
  _index constant integer := cards.append_move(
    leave_seat.game, 'player_left', jsonb_build_object('playerId', leave_seat.player_id)
  );
begin
  perform cards.note_departure(leave_seat.game.game_id, leave_seat.player_id, false, false);
  if leave_seat.game.host_since is not null and cards.count_people(leave_seat.game.state) = 1 then
    perform cards.close_room(leave_seat.game.game_id, leave_seat.game.last_event_at);
  end if;
  return _index;
end
$$;
comment on function cards.leave_seat(cards.game_states, uuid) is
  'Frees the seat of a person in a lobby whose live row the caller has locked; the room closes behind the last person. Returns the '
  'index of the event. [helper]';
revoke all on function cards.leave_seat(cards.game_states, uuid) from public;
commit;
