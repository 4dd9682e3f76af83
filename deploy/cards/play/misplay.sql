-- Deploy gamekeeper:cards/play/misplay to pg
-- requires: cards/games/game_states cards/play/move_result cards/rules/table_state core/records/setting cards/settings core/errors/raise cards/writing/append_move
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The attempted card is not recorded: it would show others what is in the hand.
create function cards.misplay(game cards.game_states, seat integer, action text, reason text)
returns cards.move_result
language plpgsql
volatile
as $$
declare
  _state constant cards.table_state := misplay.game.state;
begin
  if _state.misplays[misplay.seat + 1] >= core.setting('cards.max_misplays')::integer then
    perform core.raise('RATE_LIMIT', jsonb_build_object('maxMisplays', core.setting('cards.max_misplays'), 'error', misplay.reason));
  end if;
  return row(false, misplay.reason, cards.append_move(misplay.game, 'invalid_action', jsonb_build_object(
    'playerId', _state.player_ids[misplay.seat + 1], 'action', misplay.action, 'reason', misplay.reason
  )))::cards.move_result;
end
$$;
comment on function cards.misplay(cards.game_states, integer, text, text) is
  'Records a broken rule as invalid_action, up to cards.max_misplays of one player in a game. Raises: RATE_LIMIT. [helper]';
revoke all on function cards.misplay(cards.game_states, integer, text, text) from public;
commit;
