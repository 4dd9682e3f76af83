-- Deploy gamekeeper:cards/settings to pg
-- requires: core/records/settings cards/schema
begin;
set local role gamekeeper;
insert into core.settings (name, value, meaning) values
  ('cards.bots_have_lifetime_stats', 'false', 'Whether completed games count in the lifetime statistics of bots; default false. rebuild_lifetime_stats() applies a change to the past.'),
  ('cards.max_misplays', '200', 'How many rule violations of one player a game records; further ones raise RATE_LIMIT, so that nobody can flood a log. Default 200.'),
  ('cards.lobby_calls_per_minute', '240', 'How many lobby calls (ready, leave, come back, spectate, profile) of one user a minute are recorded; default 240.'),
  ('cards.room_size', '4', 'Seats of a room that matchmake() makes, 2 to 10; default 4.');
commit;
