-- Deploy gamekeeper:sparc/upkeep to pg
-- requires: core/upkeep_tasks sparc/archive_sessions sparc/open_event_partitions
begin;
set local role gamekeeper;
insert into core.upkeep_tasks (task, function, meaning) values
  ('sparc.archive_sessions', 'sparc.archive_sessions()', 'Moves completed sessions of long ago to the archive, one batch.'),
  ('sparc.open_event_partitions', 'sparc.open_event_partitions()', 'Makes new partitions of the session feed readable as their parent is.');
commit;
