-- Deploy gamekeeper:cards/play/misplay to pg
-- requires: cards/rules/table_state cards/play/move_result core/records/setting cards/settings core/errors/raise cards/log/append_move
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The attempted card is not recorded: it would show others what is in the hand.
create function cards.misplay(game_id uuid, state cards.table_state, seat integer, action text, reason text, at timestamptz)
returns cards.move_result
language plpgsql
volatile
as $$
begin
  if misplay.state.misplays[misplay.seat + 1] >= core.setting('cards.max_misplays')::integer then
    perform core.raise('RATE_LIMIT', jsonb_build_object('maxMisplays', core.setting('cards.max_misplays'), 'error', misplay.reason));
  end if;
  return row(false, misplay.reason, cards.append_move(misplay.game_id, misplay.state, 'invalid_action', jsonb_build_object(
    'playerId', misplay.state.player_ids[misplay.seat + 1], 'action', misplay.action, 'reason', misplay.reason
  ), misplay.at))::cards.move_result;
end
$$;
comment on function cards.misplay(uuid, cards.table_state, integer, text, text, timestamptz) is
  'Records a broken rule as invalid_action, up to cards.max_misplays of one player in a game. Raises: RATE_LIMIT. [helper]';
revoke all on function cards.misplay(uuid, cards.table_state, integer, text, text, timestamptz) from public;
commit;
