-- Deploy gamekeeper:cards/documents/state_document to pg
-- requires: cards/rules/table_state cards/rules/suit_name cards/documents/hand_document cards/documents/seat_document cards/documents/trick_document cards/documents/rounds_document
begin;
set local role gamekeeper;
create function cards.state_document(state cards.table_state)
returns jsonb
language sql
immutable
parallel safe
return jsonb_build_object(
  'phase', (state).phase,
  'roundIndex', (state).round_index,
  'trumpSuit', cards.suit_name((state).trump),
  'trumpBroken', coalesce((state).trump_broken, false),
  'turnPlayerId', (state).player_ids[(state).turn + 1],
  'dealerPlayerId', (state).player_ids[(state).dealer + 1],
  'hands', (
    select coalesce(jsonb_object_agg(p.player_id, cards.hand_document(state, p.seat::integer - 1)), '{}')
    from unnest((state).player_ids) with ordinality as p (player_id, seat)
    where (state).hands is not null and (state).absent >> p.seat::integer - 1 & 1 = 0
  ),
  'bids', cards.seat_document((state).player_ids, (state).bids),
  'tricksWon', cards.seat_document((state).player_ids, (state).tricks),
  'trick', cards.trick_document(state),
  'cumulativeScores', cards.seat_document((state).player_ids, (state).scores),
  'rounds', cards.rounds_document(state)
);
comment on function cards.state_document(cards.table_state) is
  'Any state as JSON: {"phase", "roundIndex", "trumpSuit", "trumpBroken", "turnPlayerId", "dealerPlayerId", "hands": {playerId: [cardId]}, "bids", "tricksWon", "trick": [{playerId, cardId}], "cumulativeScores", "rounds"}. Holds all hands.';
revoke all on function cards.state_document(cards.table_state) from public;
grant execute on function cards.state_document(cards.table_state) to authenticated, service_role;
commit;
