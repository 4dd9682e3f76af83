-- Deploy gamekeeper:sparc/settings to pg
-- requires: core/records/settings sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.settings (name, type, minimum, maximum, default_value, value, meaning) values
  ('sparc.throw_after_seconds', 'integer', 1, 86400, '60', '60', 'Seconds after its declaration from which everybody in the session may throw a roll, and upkeep throws it.'),
  ('sparc.heroic_save_seconds', 'integer', 1, 86400, '30', '30', 'Seconds in which a heroic save can be declared, from the player''s own look at the failed roll on.'),
  ('sparc.waiting_timeout_seconds', 'integer', 1, 31536000, '86400', '86400', 'Seconds after its creation, or its scheduled start, at which a session that was never started is cancelled.'),
  ('sparc.paused_timeout_seconds', 'integer', 1, 31536000, '604800', '604800', 'Seconds after its last change at which a paused session is cancelled.'),
  ('sparc.notify', 'boolean', null, null, 'false', 'false', 'Whether every session event also sends NOTIFY sparc_session_events with session_id and seq. Off by default: NOTIFY serializes the commits of the whole server.'),
  ('sparc.adventures_per_person', 'integer', 1, 100000, '100', '100', 'How many adventures one person can keep.'),
  ('sparc.adventure_kilobytes_per_person', 'integer', 1, 10000000, '20480', '20480', 'How many kilobytes the contents of one person''s adventures can take.'),
  ('sparc.creatures_per_adventure', 'integer', 1, 100000, '500', '500', 'How many creatures one adventure can have.'),
  ('sparc.open_sessions_per_person', 'integer', 1, 100000, '20', '20', 'How many sessions that are not over one Seer can have.'),
  ('sparc.code_calls_per_minute', 'integer', 1, 1000, '60', '60', 'How many sessions one person can look up, or join, by their codes in a minute.'),
  ('sparc.counted_session_seconds', 'integer', 0, 86400, '0', '0', 'How many seconds a session has to have run, from its start to its end, to count in statistics and to be rated.'),
  ('sparc.archive_after_days', 'integer', 0, 36500, '90', '90', 'Days after its end at which a completed session moves to the archive.'),
  ('sparc.archive_batch', 'integer', 1, 100000, '500', '500', 'Sessions that one run of sparc.archive_sessions moves at most.');
commit;
