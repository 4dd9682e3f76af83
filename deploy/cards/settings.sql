-- Deploy gamekeeper:cards/settings to pg
-- requires: core/records/settings cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.settings (name, type, minimum, maximum, default_value, value, meaning) values
  ('cards.bots_have_lifetime_stats', 'boolean', null, null, 'false', 'false', 'Whether completed games count in the lifetime statistics of bots. rebuild_lifetime_stats() applies a change to the past.'),
  ('cards.max_misplays', 'integer', 1, 10000, '200', '200', 'How many rule violations of one player a game records; further ones raise RATE_LIMIT, so that nobody can flood a log.'),
  ('cards.lobby_calls_per_minute', 'integer', 1, 1000000, '240', '240', 'How many lobby calls (ready, leave, come back, spectate, profile) of one user a minute are recorded.'),
  ('cards.max_spectators', 'integer', 1, 1000, '100', '100', 'How many may watch a game at a time.'),
  ('cards.absent_after', 'integer', 1, 1000, '3', '3', 'After how many fallback moves in a row a person counts as absent and is not waited for any more.'),
  ('cards.warning_seconds', 'integer', 1, 86400, '10', '10', 'How long after upkeep noted that a turn ran out it can be forfeited, in seconds; no longer than the turn itself.'),
  ('cards.lobby_timeout', 'integer', 1, 86400, '120', '120', 'How long others in a public room wait for a host who does nothing, in seconds; then the room passes to the next person.'),
  ('cards.room_wait', 'integer', 1, 86400, '30', '30', 'How long a room that matchmake() made waits for more players, in seconds from when there are enough; then it starts by itself.'),
  ('cards.public_room_timeout', 'integer', 1, 2592000, '900', '900', 'After how many seconds in which nobody did anything a public room that has not begun closes.'),
  ('cards.private_room_timeout', 'integer', 1, 2592000, '86400', '86400', 'After how many seconds in which nobody did anything a private room that has not begun closes.'),
  ('cards.max_open_rooms', 'integer', 1, 1000, '5', '5', 'In how many rooms that have not begun a person may be seated at a time.'),
  ('cards.games_hosted_per_day', 'integer', 1, 1000000, '500', '500', 'How many games a person may make a day.'),
  ('cards.handed_result_days', 'integer', 1, 3650, '30', '30', 'How many days a result is kept on its way to a player who lives on another server, for whom a slot is moved to meanwhile.'),
  ('cards.room_size', 'integer', 2, 10, '4', '4', 'Seats of a room that matchmake() makes.');
commit;
