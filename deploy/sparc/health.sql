-- Deploy gamekeeper:sparc/health to pg
-- requires: core/health_checks sparc/health_realtime sparc/health_archive
begin;
set local role gamekeeper;
insert into core.health_checks (name, function, meaning) values
  ('sparc.realtime', 'sparc.health_realtime()', 'Whether the session feed is published.'),
  ('sparc.archive', 'sparc.health_archive()', 'Whether completed sessions move to the archive in time.');
commit;
