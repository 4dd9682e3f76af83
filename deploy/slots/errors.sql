-- Deploy gamekeeper:slots/errors to pg
-- requires: core/errors/errors
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.errors (code, sqlstate, http_status, meaning, hint) values
  ('BET_REQUIRED', 'KG101', 409, 'A spin needs a bet.', 'Place a bet, commit, then spin.'),
  ('BET_LIMIT_EXCEEDED', 'KG102', 422, 'The bet is above the highest bet of the game, or the player profile''s maxBet.', 'Bet no more than DETAIL allows.'),
  ('INSUFFICIENT_FUNDS', 'KG103', 402, 'The wallet does not hold enough.', 'Credit the wallet or ask for less.'),
  ('WALLET_LIMIT_EXCEEDED', 'KG104', 422, 'The spend of this UTC day would pass the wallet''s daily limit.', 'Wait for the next UTC day, or let the service raise the limit.'),
  ('PLAY_SHUT', 'KG105', 503, 'No bet is taken while all seeds are renewed.', 'Placed bets can still be spun. Try again in a minute.'),
  ('BET_PLACED', 'KG106', 409, 'A bet is placed and waits for its spin.', 'Spin it or cash out, then ask again.'),
  ('GAME_RETIRED', 'KG107', 409, 'The game was withdrawn: no session begins and no bet is placed on it.', 'A placed bet can still be spun; cash out and play another game.'),
  ('WALLET_NOT_EMPTY', 'KG108', 409, 'Only an empty wallet can be closed.', 'Withdraw what DETAIL says, then close it.'),
  ('WALLET_CLOSED', 'KG109', 409, 'The wallet is closed.', 'Use another wallet.'),
  ('LIMIT_EXCEEDED', 'KG110', 422, 'A limit of the account would be passed.', 'Wait for the next day, week or month, or ask for a higher limit.'),
  ('LIMIT_COOLING_OFF', 'KG111', 409, 'A higher limit can''t be confirmed yet.', 'Confirm it again when the time in DETAIL has come.'),
  ('EXCLUDED', 'KG112', 403, 'The player takes a break or is excluded.', 'Nothing shortens it. Money can be withdrawn.'),
  ('BET_UNDER_MINIMUM', 'KG113', 422, 'The bet is under the lowest bet of the game, or not a multiple of its bet step, so that a payout would not be exact.', 'Bet at least DETAIL''s minBet, a multiple of betStep.'),
  ('ENTRY_REVERSED', 'KG114', 409, 'The entry was reversed already.', 'Nothing is left to do; DETAIL names the reversal.');
commit;
