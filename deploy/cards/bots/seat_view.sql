-- Deploy gamekeeper:cards/bots/seat_view to pg
-- requires: cards/rules/table_state cards/numbers/count_seats cards/numbers/hand_cards cards/numbers/hand_at cards/rules/legal_cards
begin;
set local search_path = pg_temp;
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
comment on column cards.seat_view.seat is 'The bot''s own seat.';
comment on column cards.seat_view.seats is 'Seats of the game.';
comment on column cards.seat_view.cards_per_player is 'Cards that each player was dealt in this round.';
comment on column cards.seat_view.trump is 'Suit of trump, 0 to 3.';
comment on column cards.seat_view.trump_card is 'Number of the card that was turned for trump.';
comment on column cards.seat_view.trump_broken is 'Whether trump was broken in this round.';
comment on column cards.seat_view.hand is 'Numbers of the cards in the own hand.';
comment on column cards.seat_view.trick is 'Cards of the present trick, from the leader on.';
comment on column cards.seat_view.best_card is 'Card that wins the trick so far; null before the first.';
comment on column cards.seat_view.bids is 'Bid of each seat; null before it bids and for the absent.';
comment on column cards.seat_view.tricks is 'Tricks that each seat won in this round.';
comment on column cards.seat_view.scores is 'Points of each seat over the rounds scored so far.';
comment on column cards.seat_view.players is 'How many take part in the round.';
comment on column cards.seat_view.legal is 'Cards of the hand that may be played now.';
comment on column cards.seat_view.seen is 'Masks of the cards played in the round.';

create function cards.seat_view(state cards.table_state, seat integer)
returns cards.seat_view
language sql
immutable
parallel safe
return row(
  seat_view.seat,
  cardinality((seat_view.state).player_ids),
  cardinality((seat_view.state).player_ids) - cards.count_seats((seat_view.state).absent),
  (seat_view.state).cards_per_player,
  (seat_view.state).trump,
  case when (seat_view.state).trump is not null then (seat_view.state).trump_card end,
  (seat_view.state).trump_broken,
  cards.hand_cards((seat_view.state).hands[cards.hand_at(seat_view.seat, 0)], (seat_view.state).hands[cards.hand_at(seat_view.seat, 1)]),
  cards.legal_cards(seat_view.state, seat_view.seat),
  (seat_view.state).trick,
  (seat_view.state).best_card,
  (seat_view.state).seen,
  (seat_view.state).bids,
  (seat_view.state).tricks,
  (seat_view.state).scores
)::cards.seat_view;
comment on function cards.seat_view(cards.table_state, integer) is
  'What the player of a seat sees; the only thing that bots are given. [helper]';
revoke all on function cards.seat_view(cards.table_state, integer) from public;
commit;
