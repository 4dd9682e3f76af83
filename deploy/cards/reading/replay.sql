-- Deploy gamekeeper:cards/reading/replay to pg
-- requires: cards/rules/table_state cards/reading/require_open_game cards/log/replay_state
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.replay(game_id uuid, upto_index integer default null)
returns cards.table_state
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
begin
  perform cards.require_open_game(replay.game_id);
  return cards.replay_state(replay.game_id, replay.upto_index);
end
$$;
comment on function cards.replay(uuid, integer) is
  'The state after the event at that index, by default the last one; at most one round is folded. For the service; '
  'for others once the game is completed. cards.state_document makes it readable. Raises: UNAUTHENTICATED, '
  'NOT_FOUND, FORBIDDEN, INVALID_INPUT, REPLAY_ERROR, COMMIT_FIRST. [client]';
revoke all on function cards.replay(uuid, integer) from public;
grant execute on function cards.replay(uuid, integer) to authenticated, service_role;
commit;
