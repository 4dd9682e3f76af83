-- Deploy gamekeeper:cards/reading/replay to pg
-- requires: cards/rules/table_state cards/reading/may_read core/errors/raise cards/log/replay_state
begin;
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
  if not (cards.may_read(replay.game_id)).is_open then
    perform core.raise('FORBIDDEN', '{"problem": "a game that runs is replayed by the service only"}');
  end if;
  return cards.replay_state(replay.game_id, replay.upto_index);
end
$$;
comment on function cards.replay(uuid, integer) is
  'The state after the event at that index (default: the last one), folded from the nearest snapshot: at most one round. For the service; for others once the game is completed. cards.state_document() makes it readable. Raises: NOT_FOUND, FORBIDDEN, UNAUTHENTICATED, INVALID_INPUT, REPLAY_ERROR.';
revoke all on function cards.replay(uuid, integer) from public;
grant execute on function cards.replay(uuid, integer) to authenticated, service_role;
commit;
