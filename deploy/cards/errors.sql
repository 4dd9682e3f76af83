-- Deploy gamekeeper:cards/errors to pg
-- requires: core/errors/errors cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The first six are returned by place_bid and play_card, not raised: a raised error would undo the
-- record of the misplay.
insert into core.errors (code, sqlstate, http_status, meaning, hint) values
  ('NOT_PLAYERS_TURN', 'KG201', 409, 'It is another player''s turn.', 'Wait until turnPlayerId of player_view is you.'),
  ('MUST_FOLLOW_SUIT', 'KG202', 409, 'The hand holds a card of the led suit, so one of these must be played.', 'Play one of legal_moves.'),
  ('CANNOT_LEAD_TRUMP', 'KG203', 409, 'Trump is not broken and the hand holds another suit.', 'Lead one of legal_moves.'),
  ('CARD_NOT_IN_HAND', 'KG204', 409, 'The card is not in the player''s hand.', 'Play one of legal_moves.'),
  ('INVALID_BID', 'KG205', 409, 'A bid is 0 to the number of cards per player.', 'Bid within cardsPerPlayer of player_view.'),
  ('ROUND_NOT_READY', 'KG206', 409, 'The round is not in the phase for this.', 'Read the phase of player_view: bids while bidding, cards while playing.'),
  ('REPLAY_ERROR', 'KG210', 422, 'An event does not follow from the events before it.', 'DETAIL names the event''s index and the reason; nothing was stored.'),
  ('VERSION_CONFLICT', 'KG211', 409, 'The log has another next index than expected.', 'Read the events since, decide again, and append at the index in DETAIL.'),
  ('GAME_FULL', 'KG212', 409, 'All seats of the game are taken.', 'Spectate, or join another game.'),
  ('TOO_MANY_ROOMS', 'KG213', 409, 'The player is seated in as many rooms that have not begun as one may be.', 'Leave one of cards.my_games, or wait until it begins.'),
  ('PROFILE_NEEDED', 'KG214', 409, 'The player''s profile lives on another server and has not come here.', 'Read it where the player lives, tell it here with cards.upsert_player, then send the call again.');
commit;
