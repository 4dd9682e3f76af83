-- Deploy gamekeeper:cards/documents/state_document to pg
-- requires: cards/rules/table_state cards/rules/check_state cards/numbers/suit_name cards/documents/hand_document cards/numbers/has_seat cards/documents/seat_document cards/documents/trick_document cards/documents/rounds_document
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.state_document(state cards.table_state)
returns jsonb
language plpgsql
stable
parallel safe
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
begin
  perform cards.check_state(state_document.state);
  return jsonb_build_object(
    'phase', state_document.state.phase,
    'roundIndex', state_document.state.round_index,
    'trumpSuit', cards.suit_name(state_document.state.trump),
    'trumpBroken', coalesce(state_document.state.trump_broken, false),
    'turnPlayerId', state_document.state.player_ids[state_document.state.turn + 1],
    'dealerPlayerId', state_document.state.player_ids[state_document.state.dealer + 1],
    'hands', (
      select coalesce(jsonb_object_agg(p.player_id, cards.hand_document(state_document.state, p.seat::integer - 1)), '{}')
      from unnest(state_document.state.player_ids) with ordinality as p (player_id, seat)
      where state_document.state.hands is not null and not cards.has_seat(state_document.state.absent, p.seat::integer - 1)
    ),
    'bids', cards.seat_document(state_document.state.player_ids, state_document.state.bids),
    'tricksWon', cards.seat_document(state_document.state.player_ids, state_document.state.tricks),
    'trick', cards.trick_document(state_document.state),
    'cumulativeScores', cards.seat_document(state_document.state.player_ids, state_document.state.scores),
    'rounds', cards.rounds_document(state_document.state)
  );
end
$$;
comment on function cards.state_document(cards.table_state) is
  'Any state as JSON: {"phase", "roundIndex", "trumpSuit", "trumpBroken", "turnPlayerId", "dealerPlayerId", "hands": '
  '{playerId: [cardId]}, "bids", "tricksWon", "trick": [{playerId, cardId}], "cumulativeScores", "rounds"}. Holds '
  'all hands. Raises: INVALID_INPUT. [client]';
revoke all on function cards.state_document(cards.table_state) from public;
grant execute on function cards.state_document(cards.table_state) to authenticated, service_role;
commit;
