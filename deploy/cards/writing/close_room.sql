-- Deploy gamekeeper:cards/writing/close_room to pg
-- requires: cards/games/games cards/games/game_spectators cards/games/game_departures cards/games/game_players cards/games/game_states cards/games/room_directory
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.close_room(game_id uuid, at timestamptz)
returns void
language plpgsql
volatile
as $$
begin
  update cards.games as g set closed_at = close_room.at where g.id = close_room.game_id;
  delete from cards.game_players as p where p.game_id = close_room.game_id;
  delete from cards.game_spectators as s where s.game_id = close_room.game_id;
  delete from cards.game_departures as d where d.game_id = close_room.game_id;
  delete from cards.game_states as s where s.game_id = close_room.game_id;
  delete from cards.room_directory as r where r.game_id = close_room.game_id;
end
$$;
comment on function cards.close_room(uuid, timestamptz) is
  'Closes a room that has not begun, whose live row the caller has locked: the code is free again, nobody is seated, and the log stays. [helper]';
revoke all on function cards.close_room(uuid, timestamptz) from public;
commit;
