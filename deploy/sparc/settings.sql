-- Deploy gamekeeper:sparc/settings to pg
-- requires: core/records/settings sparc/schema
begin;
set local role gamekeeper;
insert into core.settings (name, value, meaning) values
  ('sparc.notify', 'false', 'Whether every session event also sends NOTIFY sparc_session_events with session_id and seq. Off by default: NOTIFY serializes the commits of the whole server.'),
  ('sparc.archive_after_days', '90', 'Days after its end at which a completed session moves to the archive. Default 90.'),
  ('sparc.archive_batch', '500', 'Sessions that one run of sparc.archive_sessions moves at most. Default 500.');
commit;
