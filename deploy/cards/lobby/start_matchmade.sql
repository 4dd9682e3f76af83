-- Deploy gamekeeper:cards/lobby/start_matchmade to pg
-- requires: cards/games/game_states cards/games/room_directory cards/games/is_ready cards/writing/append_move cards/documents/round_document
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.start_matchmade(game_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _game cards.game_states;
begin
  select s.* into _game
  from cards.game_states as s
  join cards.room_directory as r on r.game_id = s.game_id
  where s.game_id = start_matchmade.game_id
    and r.is_matchmade
    and (s.state).phase = 'lobby'
    and (cardinality((s.state).player_ids) = (s.state).max_players or cards.is_ready(s.state));
  if found then
    perform cards.append_move(_game, 'round_started', cards.round_document(_game.state));
  end if;
end
$$;
comment on function cards.start_matchmade(uuid) is
  'Starts a room that matchmake made, whose live row the caller has locked, if it is full or all people in it are ready. [helper]';
revoke all on function cards.start_matchmade(uuid) from public;
commit;
