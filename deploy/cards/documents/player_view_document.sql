-- Deploy gamekeeper:cards/documents/player_view_document to pg
-- requires: cards/rules/table_state cards/rules/sha256_hex cards/rules/suit_name cards/rules/card_document cards/documents/hand_document cards/rules/card_id cards/rules/legal_cards cards/documents/trick_document cards/documents/seat_document cards/documents/rounds_document
begin;
set local role gamekeeper;
-- Built from the public fields and one hand; the trump card only once it is revealed.
create function cards.player_view_document(state cards.table_state, seat integer)
returns jsonb
language sql
immutable
parallel safe
return jsonb_build_object(
  'phase', (state).phase,
  'eventIndex', (state).next_index - 1,
  'sessionSeedHash', cards.sha256_hex((state).session_seed),
  'sessionSeed', case when (state).phase = 'completed' then (state).session_seed end,
  'roundIndex', (state).round_index,
  'cardsPerPlayer', (state).cards_per_player,
  'trumpSuit', cards.suit_name((state).trump),
  'trumpCard', case when (state).trump is not null then cards.card_document((state).trump_card) end,
  'trumpBroken', coalesce((state).trump_broken, false),
  'turnPlayerId', (state).player_ids[(state).turn + 1],
  'dealerPlayerId', (state).player_ids[(state).dealer + 1],
  'leaderPlayerId', (state).player_ids[(state).leader + 1],
  'trickIndex', (state).trick_index,
  'seatIndex', seat,
  'hand', case when seat is not null and (state).hands is not null then cards.hand_document(state, seat) else '[]' end,
  'legalMoves', (
    select coalesce(jsonb_agg(cards.card_id(l.card) order by l.at), '[]')
    from unnest(cards.legal_cards(state, seat)) with ordinality as l (card, at)
  ),
  'trick', cards.trick_document(state),
  'bids', cards.seat_document((state).player_ids, (state).bids),
  'tricksWon', cards.seat_document((state).player_ids, (state).tricks),
  'cumulativeScores', cards.seat_document((state).player_ids, (state).scores),
  'rounds', cards.rounds_document(state),
  'players', (
    select coalesce(jsonb_agg(jsonb_build_object(
      'playerId', p.player_id,
      'displayName', (state).names[p.seat],
      'seatIndex', p.seat - 1,
      'isBot', (state).bots >> p.seat::integer - 1 & 1 = 1,
      'isReady', (state).ready >> p.seat::integer - 1 & 1 = 1,
      'hasLeft', (state).gone >> p.seat::integer - 1 & 1 = 1,
      'isAbsent', (state).absent >> p.seat::integer - 1 & 1 = 1,
      'isConnected', (state).disconnected >> p.seat::integer - 1 & 1 = 0,
      'cardsLeft', case
        when (state).hands is not null
          then bit_count((state).hands[2 * p.seat - 1]::bit(64)) + bit_count((state).hands[2 * p.seat]::bit(64))
      end
    ) order by p.seat), '[]')
    from unnest((state).player_ids) with ordinality as p (player_id, seat)
  ),
  'spectators', to_jsonb((state).spectators)
);
comment on function cards.player_view_document(cards.table_state, integer) is
  'A state as the player of a seat (null: a spectator) may see it.';
revoke all on function cards.player_view_document(cards.table_state, integer) from public;
commit;
