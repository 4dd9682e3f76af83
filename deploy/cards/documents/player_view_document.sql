-- Deploy gamekeeper:cards/documents/player_view_document to pg
-- requires: cards/rules/table_state cards/rules/sha256_hex cards/numbers/suit_name cards/numbers/card_document cards/documents/hand_document cards/numbers/card_id cards/rules/legal_cards cards/documents/trick_document cards/documents/seat_document cards/documents/rounds_document cards/numbers/has_seat cards/numbers/hand_at
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Built from the public fields and one hand; the trump card only once it is revealed.
create function cards.player_view_document(state cards.table_state, names text[], seat integer, coming_back integer)
returns jsonb
language sql
immutable
parallel safe
return jsonb_build_object(
  'phase', (player_view_document.state).phase,
  'eventIndex', (player_view_document.state).next_index - 1,
  'sessionSeedHash', cards.sha256_hex((player_view_document.state).session_seed),
  'roundIndex', (player_view_document.state).round_index,
  'cardsPerPlayer', (player_view_document.state).cards_per_player,
  'trumpSuit', cards.suit_name((player_view_document.state).trump),
  'trumpCard', case when (player_view_document.state).trump is not null then cards.card_document((player_view_document.state).trump_card) end,
  'trumpBroken', coalesce((player_view_document.state).trump_broken, false),
  'turnPlayerId', (player_view_document.state).player_ids[(player_view_document.state).turn + 1],
  'dealerPlayerId', (player_view_document.state).player_ids[(player_view_document.state).dealer + 1],
  'leaderPlayerId', (player_view_document.state).player_ids[(player_view_document.state).leader + 1],
  'trickIndex', (player_view_document.state).trick_index,
  'seatIndex', player_view_document.seat,
  'hand', case when player_view_document.seat is not null and (player_view_document.state).hands is not null then cards.hand_document(player_view_document.state, player_view_document.seat) else '[]' end,
  'legalMoves', (
    select coalesce(jsonb_agg(cards.card_id(l.card) order by l.at), '[]')
    from unnest(cards.legal_cards(player_view_document.state, player_view_document.seat)) with ordinality as l (card, at)
  ),
  'trick', cards.trick_document(player_view_document.state),
  'bids', cards.seat_document((player_view_document.state).player_ids, (player_view_document.state).bids),
  'tricksWon', cards.seat_document((player_view_document.state).player_ids, (player_view_document.state).tricks),
  'cumulativeScores', cards.seat_document((player_view_document.state).player_ids, (player_view_document.state).scores),
  'rounds', cards.rounds_document(player_view_document.state),
  'players', (
    select coalesce(jsonb_agg(jsonb_build_object(
      'playerId', p.player_id,
      'displayName', player_view_document.names[p.seat],
      'seatIndex', p.seat - 1,
      'isBot', cards.has_seat((player_view_document.state).bots, p.seat::integer - 1),
      'isReady', cards.has_seat((player_view_document.state).ready, p.seat::integer - 1),
      'hasLeft', cards.has_seat((player_view_document.state).gone, p.seat::integer - 1),
      'isComingBack', cards.has_seat(player_view_document.coming_back, p.seat::integer - 1),
      'isAbsent', cards.has_seat((player_view_document.state).absent, p.seat::integer - 1),
      'isConnected', not cards.has_seat((player_view_document.state).disconnected, p.seat::integer - 1),
      'cardsLeft', case
        when (player_view_document.state).hands is not null
          then bit_count((player_view_document.state).hands[cards.hand_at(p.seat::integer - 1, 0)]::bit(64)) + bit_count((player_view_document.state).hands[cards.hand_at(p.seat::integer - 1, 1)]::bit(64))
      end
    ) order by p.seat), '[]')
    from unnest((player_view_document.state).player_ids) with ordinality as p (player_id, seat)
  ),
  'spectators', to_jsonb((player_view_document.state).spectators)
);
comment on function cards.player_view_document(cards.table_state, text[], integer, integer) is
  'A state, with the display name of each seat, as the player of a seat (null: a spectator) may see it, without the seed. [helper]';
revoke all on function cards.player_view_document(cards.table_state, text[], integer, integer) from public;
commit;
