-- Deploy gamekeeper:cards/lobby/seat_player to pg
-- requires: cards/rules/table_state cards/players/players core/errors/raise cards/log/append_move cards/players/profile_document cards/errors
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.seat_player(game_id uuid, state cards.table_state, player cards.players, at timestamptz)
returns integer
language plpgsql
volatile
as $$
begin
  if seat_player.state.phase <> 'lobby' then
    perform core.raise('STATE_ERROR', jsonb_build_object(
      'state', seat_player.state.phase, 'expected', jsonb_build_array('lobby')
    ));
  elsif cardinality(seat_player.state.player_ids) >= seat_player.state.max_players then
    perform core.raise('GAME_FULL', jsonb_build_object('maxPlayers', seat_player.state.max_players));
  end if;
  return cards.append_move(seat_player.game_id, seat_player.state, 'player_joined', jsonb_build_object(
    'playerId', seat_player.player.id,
    'seatIndex', cardinality(seat_player.state.player_ids),
    'profile', cards.profile_document(seat_player.player),
    'isBot', seat_player.player.is_bot
  ), seat_player.at);
end
$$;
comment on function cards.seat_player(uuid, cards.table_state, cards.players, timestamptz) is
  'Gives a player the next seat of a game whose live row the caller has locked. Raises: STATE_ERROR, GAME_FULL. '
  '[helper]';
revoke all on function cards.seat_player(uuid, cards.table_state, cards.players, timestamptz) from public;
commit;
