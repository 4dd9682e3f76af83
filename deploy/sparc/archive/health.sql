-- Deploy gamekeeper:sparc/archive/health to pg
-- requires: core/upkeep/health_checks sparc/feed/health_realtime sparc/feed/health_notify sparc/archive/health_archive
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.health_checks (name, function, meaning) values
  ('sparc.realtime', 'sparc.health_realtime()', 'Whether the session feed is published.'),
  ('sparc.notify', 'sparc.health_notify()', 'Whether NOTIFY tells strangers of private sessions.'),
  ('sparc.archive', 'sparc.health_archive()', 'Whether completed sessions move to the archive in time.');
commit;
