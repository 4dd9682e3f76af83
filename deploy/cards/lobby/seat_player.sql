-- Deploy gamekeeper:cards/lobby/seat_player to pg
-- requires: cards/games/game_states cards/players/players cards/rules/table_state core/errors/raise cards/games/game_spectators cards/writing/append_move cards/errors cards/lobby/require_lobby
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.seat_player(game cards.game_states, player cards.players)
returns integer
language plpgsql
volatile
as $$
declare
  _state constant cards.table_state := seat_player.game.state;
begin
  perform cards.require_lobby(seat_player.game);
  if cardinality(_state.player_ids) >= _state.max_players then
    perform core.raise('GAME_FULL', jsonb_build_object('maxPlayers', _state.max_players));
  end if;
  delete from cards.game_spectators as s where s.game_id = seat_player.game.game_id and s.player_id = seat_player.player.id;
  return cards.append_move(seat_player.game, 'player_joined', jsonb_build_object(
    'playerId', seat_player.player.id,
    'seatIndex', cardinality(_state.player_ids),
    'isBot', seat_player.player.is_bot
  ));
end
$$;
comment on function cards.seat_player(cards.game_states, cards.players) is
  'Gives a player the next seat of a game whose live row the caller has locked. Raises: STATE_ERROR, GAME_FULL. '
  '[helper]';
revoke all on function cards.seat_player(cards.game_states, cards.players) from public;
commit;
