-- Deploy gamekeeper:sparc/archive/upkeep to pg
-- requires: core/upkeep/upkeep_tasks sparc/rolls/throw_overdue_rolls sparc/seer/cancel_abandoned_sessions sparc/adventures/apply_waiting_tallies sparc/archive/archive_sessions sparc/feed/open_event_partitions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.upkeep_tasks (task, function, meaning) values
  ('sparc.cancel_abandoned_sessions', 'sparc.cancel_abandoned_sessions()', 'Cancels sessions that nobody started or resumed.'),
  ('sparc.throw_overdue_rolls', 'sparc.throw_overdue_rolls()', 'Throws the rolls that their roller declared and left.'),
  ('sparc.apply_waiting_tallies', 'sparc.apply_waiting_tallies()', 'Counts on profiles, characters and adventures what could not be counted at once.'),
  ('sparc.archive_sessions', 'sparc.archive_sessions()', 'Moves completed sessions of long ago to the archive, one batch.'),
  ('sparc.open_event_partitions', 'sparc.open_event_partitions()', 'Makes new partitions of the session feed readable as their parent is.');
commit;
