-- Deploy gamekeeper:cards/rules/table_state to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The state of a game, typed and flat, so that one step of the reducer costs a few microseconds.
--
-- Cards, hands and seats are numbers here; the room cards/numbers names what is done with them.
-- * A card is 52 * deck + 13 * suit + rank, 0 to 103: deck 0 or 1, suits clubs diamonds hearts spades 0 to 3,
--   ranks 2 to ace 0 to 12 (cards.card_deck, card_suit, card_rank; as text cards.card_id and card_code).
-- * A hand is two bit sets of 52 bits, one for each deck: bit 13 * suit + rank of the set of its deck stands for a card
--   (cards.card_bit, has_card, has_suit). hands holds deck 0 and deck 1 of seat 0, then those of seat 1, and so on
--   (cards.hand_at); seen, the cards played in the round, has the same two sets.
-- * Seats are 0 to 9: positions in arrays, which count from 1, and bits in sets such as bots or gone (cards.has_seat).
create type cards.table_state as (
  next_index integer,
  phase text,
  session_seed text,
  is_external boolean,
  min_players integer,
  max_players integer,
  starting_seat integer,
  turn_seconds integer,
  autoplay_bots boolean,
  player_ids text[],
  bots integer,
  ready integer,
  gone integer,
  marked integer,
  disconnected integer,
  absent integer,
  spectators text[],
  round_index integer,
  cards_per_player integer,
  dealer integer,
  starter integer,
  trump_card integer,
  trump integer,
  trump_broken boolean,
  hands bigint[],
  bids integer[],
  tricks integer[],
  turn integer,
  trick_index integer,
  leader integer,
  trick integer[],
  best_seat integer,
  best_card integer,
  seen bigint[],
  scores integer[],
  misplays integer[],
  past_trumps smallint[],
  past_bids smallint[],
  past_tricks smallint[],
  past_deltas smallint[]
);
comment on type cards.table_state is
  'The whole state of a game after some event, seeds and hands included: never given to a client while the game runs.';
comment on column cards.table_state.min_players is 'So many have to be seated before the game can start.';
comment on column cards.table_state.max_players is 'Seats that the game has.';
comment on column cards.table_state.starting_seat is 'Seat of the first round''s dealer; the dealer moves on by one seat a round.';
comment on column cards.table_state.turn_seconds is 'How long a turn lasts.';
comment on column cards.table_state.autoplay_bots is 'Whether bots move by themselves.';
comment on column cards.table_state.round_index is 'The round, from 0; null in the lobby.';
comment on column cards.table_state.cards_per_player is 'Cards that each player is dealt in this round.';
comment on column cards.table_state.dealer is 'Seat of the dealer.';
comment on column cards.table_state.starter is 'Seat that bids first and leads the first trick.';
comment on column cards.table_state.trump_broken is 'Whether trump was broken in this round.';
comment on column cards.table_state.trick_index is 'The trick of this round, from 0.';
comment on column cards.table_state.leader is 'Seat that leads the present trick.';
comment on column cards.table_state.scores is 'Points of each seat over the rounds scored so far.';
comment on column cards.table_state.next_index is 'Index that the next event must have.';
comment on column cards.table_state.phase is
  'lobby, dealing, revealing, bidding, trick_start, playing, breaking, trick_end, scoring, round_end, game_end, '
  'completed or voided.';
comment on column cards.table_state.session_seed is 'Secret until the game completes.';
comment on column cards.table_state.is_external is 'config.shuffle is external: another engine dealt.';
comment on column cards.table_state.player_ids is 'Player id of each seat.';
comment on column cards.table_state.bots is 'Mask of the seats of bots.';
comment on column cards.table_state.ready is 'Mask of the seats that are ready.';
comment on column cards.table_state.gone is 'Mask of the seats whose player left and has not come back.';
comment on column cards.table_state.marked is 'Mask of the seats marked absent since they left.';
comment on column cards.table_state.disconnected is 'Mask of the seats without connection.';
comment on column cards.table_state.absent is 'Mask of the seats that take no part in this round.';
comment on column cards.table_state.spectators is 'Player ids of the spectators.';
comment on column cards.table_state.trump_card is 'Number of the card that is turned for trump; known to the state from the deal on.';
comment on column cards.table_state.trump is 'Suit of trump, 0 to 3; null until it is revealed.';
comment on column cards.table_state.hands is 'Two masks a seat: its cards of deck 0, its cards of deck 1.';
comment on column cards.table_state.bids is 'Bid of each seat; null before it bids and for the absent.';
comment on column cards.table_state.tricks is 'Tricks that each seat won in this round.';
comment on column cards.table_state.turn is 'Seat that must act; null when an event without choice is due.';
comment on column cards.table_state.trick is 'Cards of the present trick, from the leader on.';
comment on column cards.table_state.best_seat is 'Seat that wins the trick so far.';
comment on column cards.table_state.best_card is 'Card that wins the trick so far.';
comment on column cards.table_state.seen is 'Two masks: cards of deck 0 and of deck 1 played in this round.';
comment on column cards.table_state.misplays is 'Count of invalid_action of each seat.';
comment on column cards.table_state.past_bids is 'Bids of the scored rounds, seat by seat, round after round; null for the absent.';
comment on column cards.table_state.past_tricks is 'Tricks won in the scored rounds, in the same order.';
comment on column cards.table_state.past_deltas is 'Points of the scored rounds, in the same order.';
comment on column cards.table_state.past_trumps is 'Trump of each scored round.';
commit;
