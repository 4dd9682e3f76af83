-- Deploy gamekeeper:cards/lobby/lock_lobby to pg
-- requires: cards/games/game_states cards/writing/lock_game cards/lobby/host_seat core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.lock_lobby(game_id uuid, player_id uuid)
returns cards.game_states
language plpgsql
volatile
as $$
declare
  _game constant cards.game_states := cards.lock_game(lock_lobby.game_id, lock_lobby.player_id);
begin
  if (_game.state).player_ids[cards.host_seat(_game.state) + 1] is distinct from lock_lobby.player_id::text then
    perform core.raise('FORBIDDEN', '{"problem": "only the host may do this"}');
  elsif (_game.state).phase <> 'lobby' then
    perform core.raise('STATE_ERROR', jsonb_build_object('state', (_game.state).phase, 'expected', jsonb_build_array('lobby')));
  end if;
  return _game;
end
$$;
comment on function cards.lock_lobby(uuid, uuid) is
  'Locks a game that has not begun for its host and returns its live row. Raises: NOT_FOUND, FORBIDDEN, STATE_ERROR. '
  '[helper]';
revoke all on function cards.lock_lobby(uuid, uuid) from public;
commit;
