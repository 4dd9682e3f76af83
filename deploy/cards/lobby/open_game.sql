-- Deploy gamekeeper:cards/lobby/open_game to pg
-- requires: cards/players/players cards/lobby/ticket cards/log/progress cards/log/play_on cards/log/make_event core/keys/strong_random cards/writing/save_progress cards/writing/insert_game cards/games/game_states
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.open_game(game_id uuid, player cards.players, config jsonb, is_public boolean)
returns cards.ticket
language plpgsql
volatile
as $$
declare
  _progress constant cards.progress := cards.play_on(open_game.game_id, null, array[
    cards.make_event(open_game.game_id, 0, 'game_created', jsonb_build_object(
      'sessionSeed', encode(core.strong_random(), 'hex'), 'config', open_game.config, 'creatorPlayerId', open_game.player.id
    )),
    cards.make_event(open_game.game_id, 1, 'player_joined', jsonb_build_object(
      'playerId', open_game.player.id, 'seatIndex', 0, 'isBot', open_game.player.is_bot
    ))
  ], 'events');
  _game cards.game_states;
begin
  _game := cards.insert_game(open_game.game_id, _progress.state, open_game.is_public);
  _game.host_since := _game.last_event_at;
  perform cards.save_progress(_game, _progress);
  return cards.make_ticket(open_game.game_id, open_game.player.id);
end
$$;
comment on function cards.open_game(uuid, cards.players, jsonb, boolean) is
  'Makes a game with a fresh seed and seats its creator. [helper]';
revoke all on function cards.open_game(uuid, cards.players, jsonb, boolean) from public;
commit;
