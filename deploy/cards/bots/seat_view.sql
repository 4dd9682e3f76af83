-- Deploy gamekeeper:cards/bots/seat_view to pg
-- requires: cards/rules/table_state cards/rules/hand_cards cards/rules/legal_cards
begin;
set local role gamekeeper;
-- All that a strategy gets to see. The type has no room for another hand, the deck or a seed.
create type cards.seat_view as (
  seat integer,
  seats integer,
  players integer,
  cards_per_player integer,
  trump integer,
  trump_card integer,
  trump_broken boolean,
  hand integer[],
  legal integer[],
  trick integer[],
  best_card integer,
  seen bigint[],
  bids integer[],
  tricks integer[],
  scores integer[]
);
comment on type cards.seat_view is 'What the player of a seat sees of a round: own hand, public cards, bids, tricks and scores.';
comment on column cards.seat_view.players is 'How many take part in the round.';
comment on column cards.seat_view.legal is 'Cards of the hand that may be played now.';
comment on column cards.seat_view.seen is 'Masks of the cards played in the round.';

create function cards.seat_view(state cards.table_state, seat integer)
returns cards.seat_view
language sql
immutable
parallel safe
return row(
  seat,
  cardinality((state).player_ids),
  cardinality((state).player_ids) - bit_count((state).absent::bit(10)),
  (state).cards_per_player,
  (state).trump,
  case when (state).trump is not null then (state).trump_card end,
  (state).trump_broken,
  cards.hand_cards((state).hands[2 * seat + 1], (state).hands[2 * seat + 2]),
  cards.legal_cards(state, seat),
  (state).trick,
  (state).best_card,
  (state).seen,
  (state).bids,
  (state).tricks,
  (state).scores
)::cards.seat_view;
comment on function cards.seat_view(cards.table_state, integer) is
  'What the player of a seat sees; the only thing that bots are given.';
revoke all on function cards.seat_view(cards.table_state, integer) from public;
commit;
