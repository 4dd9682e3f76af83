-- Deploy gamekeeper:xp/settings to pg
-- requires: core/records/settings xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.settings (name, type, minimum, maximum, default_value, value, meaning) values
  ('xp.server_timezone', 'text', 1, 100, '"UTC"', '"UTC"', 'IANA zone that the anchor SERVER_LOCAL of a claim window means. A setting of the database, because the TimeZone of a session is the client''s to choose.'),
  ('xp.claims_per_minute', 'integer', 1, 1000, '10', '10', 'How many claims a minute of one user are answered with an award, new or not.'),
  ('xp.self_segment', 'boolean', null, null, 'false', 'false', 'Whether users may name their own segment when they register. Off, only the service names one: a segment may be worth something.'),
  ('xp.day_boards_kept', 'integer', 1, 36500, '400', '400', 'How many days the board of a day is kept. Boards of weeks, months, seasons and all time stay.');
commit;
