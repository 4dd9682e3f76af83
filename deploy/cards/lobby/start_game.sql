-- Deploy gamekeeper:cards/lobby/start_game to pg
-- requires: cards/players/players cards/players/ensure_player cards/rules/table_state cards/lobby/lock_lobby cards/log/progress core/errors/raise cards/log/play_on cards/log/round_event cards/bots/bot_strategies cards/log/save_progress core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.start_game(game_id uuid)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player constant cards.players := cards.ensure_player();
  _state constant cards.table_state := cards.lock_lobby(start_game.game_id, _player.id);
  _progress cards.progress;
begin
  if cardinality(_state.player_ids) < _state.min_players then
    perform core.raise('STATE_ERROR', jsonb_build_object(
      'state', format('lobby of %s players', cardinality(_state.player_ids)),
      'expected', jsonb_build_array(format('lobby of %s players', _state.min_players))
    ));
  end if;
  _progress := cards.play_on(
    start_game.game_id, _state, array[cards.round_event(start_game.game_id, _state)], true, cards.bot_strategies(_state)
  );
  perform cards.save_progress(start_game.game_id, _state, _progress, core.now_utc());
  return (_progress.state).next_index - 1;
end
$$;
comment on function cards.start_game(uuid) is
  'Begins the first round; host only, with at least minPlayers seated. Returns the index of the latest event. '
  'Raises: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, STATE_ERROR. [client]';
revoke all on function cards.start_game(uuid) from public;
grant execute on function cards.start_game(uuid) to authenticated, service_role;
commit;
