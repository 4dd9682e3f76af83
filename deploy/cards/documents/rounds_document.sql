-- Deploy gamekeeper:cards/documents/rounds_document to pg
-- requires: cards/rules/table_state cards/rules/round_cards cards/numbers/suit_name cards/documents/seat_document
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.rounds_document(state cards.table_state)
returns jsonb
language sql
immutable
parallel safe
return (
  select coalesce(jsonb_agg(
    jsonb_build_object(
      'roundIndex', r.at,
      'cardsPerPlayer', cards.round_cards(r.at),
      'trumpSuit', cards.suit_name((rounds_document.state).past_trumps[r.at + 1]),
      'bids', cards.seat_document((rounds_document.state).player_ids, (rounds_document.state).past_bids[r.low:r.high]::integer[]),
      'tricksWon', cards.seat_document((rounds_document.state).player_ids, (rounds_document.state).past_tricks[r.low:r.high]::integer[]),
      'scoreDelta', cards.seat_document((rounds_document.state).player_ids, (rounds_document.state).past_deltas[r.low:r.high]::integer[])
    ) order by r.at
  ), '[]')
  from (
    select n as at, n * cardinality((rounds_document.state).player_ids) + 1 as low, (n + 1) * cardinality((rounds_document.state).player_ids) as high
    from generate_series(0, coalesce(cardinality((rounds_document.state).past_trumps), 0) - 1) as n
  ) as r
);
comment on function cards.rounds_document(cards.table_state) is
  '[{roundIndex, cardsPerPlayer, trumpSuit, bids, tricksWon, scoreDelta}] of the rounds scored so far; who was '
  'absent has no bid and no tricks, and a delta of 0. [helper]';
revoke all on function cards.rounds_document(cards.table_state) from public;
commit;
