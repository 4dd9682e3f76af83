-- Deploy gamekeeper:cards/reading/player_view to pg
-- requires: cards/reading/require_reader cards/rules/table_state cards/games/game_states cards/log/replay_state cards/documents/player_view_document cards/rules/host_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.player_view(game_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _reader constant cards.reader := cards.require_reader(player_view.game_id);
  _state cards.table_state;
  _deadline timestamptz;
  _seat integer;
begin
  select (s.state).* into _state from cards.game_states as s where s.game_id = player_view.game_id;
  if found then
    _deadline := (
      select case when _state.turn is not null then s.turn_deadline end
      from cards.game_states as s
      where s.game_id = player_view.game_id
    );
  else
    _state := cards.replay_state(player_view.game_id, null);
  end if;
  _seat := array_position(_state.player_ids, _reader.player_id::text) - 1;
  return cards.player_view_document(_state, _seat) || jsonb_build_object(
    'gameId', player_view.game_id,
    'playerId', _reader.player_id,
    'turnDeadline', _deadline,
    'isHost', coalesce(_seat = cards.host_seat(_state), false)
  );
end
$$;
comment on function cards.player_view(uuid) is
  'What the caller may see of a game, one document (docs/cards.md, What a player sees). Raises: UNAUTHENTICATED, '
  'NOT_FOUND. [client]';
revoke all on function cards.player_view(uuid) from public;
grant execute on function cards.player_view(uuid) to authenticated, service_role;
commit;
