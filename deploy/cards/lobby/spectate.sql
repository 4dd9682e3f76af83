-- Deploy gamekeeper:cards/lobby/spectate to pg
-- requires: cards/players/players cards/players/ensure_player core/keys/now_utc core/records/setting cards/settings cards/rules/table_state cards/lobby/limit_lobby_calls cards/games/game_states core/errors/raise cards/log/append_move cards/errors
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.spectate(game_id uuid)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player constant cards.players := cards.ensure_player();
  _now constant timestamptz := core.now_utc();
  _limit constant integer := core.setting('cards.max_spectators')::integer;
  _state cards.table_state;
begin
  perform cards.limit_lobby_calls(_player.id, _now);
  select (s.state).* into _state from cards.game_states as s where s.game_id = spectate.game_id for update;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('gameId', spectate.game_id));
  elsif _player.id::text = any (_state.spectators) then
    return _state.next_index - 1;
  elsif _player.id::text = any (_state.player_ids) and _state.phase <> 'lobby' then
    perform core.raise('STATE_ERROR', jsonb_build_object('state', _state.phase, 'expected', jsonb_build_array('lobby')));
  elsif cardinality(_state.spectators) >= _limit then
    perform core.raise('GAME_FULL', jsonb_build_object('maxSpectators', _limit));
  end if;
  return cards.append_move(spectate.game_id, _state, 'player_became_spectator', jsonb_build_object('playerId', _player.id), _now);
end
$$;
comment on function cards.spectate(uuid) is
  'Watches a game without cards or moves; who knows its id may. A seated player gives up the seat, in the lobby '
  'only. Returns the index of the latest event. Raises: UNAUTHENTICATED, NOT_FOUND, STATE_ERROR, GAME_FULL, '
  'RATE_LIMIT. [client]';
revoke all on function cards.spectate(uuid) from public;
grant execute on function cards.spectate(uuid) to authenticated, service_role;
commit;
