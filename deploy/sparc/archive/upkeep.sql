-- Deploy gamekeeper:sparc/archive/upkeep to pg
-- requires: core/upkeep/upkeep_tasks sparc/archive/archive_sessions sparc/feed/open_event_partitions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.upkeep_tasks (task, function, meaning) values
  ('sparc.archive_sessions', 'sparc.archive_sessions()', 'Moves completed sessions of long ago to the archive, one batch.'),
  ('sparc.open_event_partitions', 'sparc.open_event_partitions()', 'Makes new partitions of the session feed readable as their parent is.');
commit;
