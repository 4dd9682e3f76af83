-- Deploy gamekeeper:cards/lobby/lock_lobby to pg
-- requires: cards/rules/table_state cards/log/lock_game cards/rules/host_seat core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.lock_lobby(game_id uuid, player_id uuid)
returns cards.table_state
language plpgsql
volatile
as $$
declare
  _state constant cards.table_state := cards.lock_game(lock_lobby.game_id, lock_lobby.player_id);
begin
  if _state.player_ids[cards.host_seat(_state) + 1] is distinct from lock_lobby.player_id::text then
    perform core.raise('FORBIDDEN', '{"problem": "only the host may do this"}');
  elsif _state.phase <> 'lobby' then
    perform core.raise('STATE_ERROR', jsonb_build_object('state', _state.phase, 'expected', jsonb_build_array('lobby')));
  end if;
  return _state;
end
$$;
comment on function cards.lock_lobby(uuid, uuid) is
  'Locks a game that has not begun for its host and returns its state. Raises: NOT_FOUND, FORBIDDEN, STATE_ERROR. '
  '[helper]';
revoke all on function cards.lock_lobby(uuid, uuid) from public;
commit;
