-- Deploy gamekeeper:sparc/archive/upkeep to pg
-- requires: core/upkeep/upkeep_tasks sparc/rolls/upkeep_saves sparc/rolls/throw_overdue_rolls sparc/seer/cancel_abandoned_sessions sparc/adventures/apply_waiting_tallies sparc/archive/archive_sessions sparc/feed/open_event_partitions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.upkeep_tasks (task, function, meaning, batch) values
  ('sparc.cancel_abandoned_sessions', 'sparc.cancel_abandoned_sessions()', 'Cancels sessions that nobody started or resumed.', null),
  ('sparc.throw_overdue_rolls', 'sparc.throw_overdue_rolls()', 'Throws the rolls that their roller declared and left.', 1000),
  ('sparc.saves', 'sparc.upkeep_saves()', 'Starts the time of heroic saves for rolls whose player has not asked.', 1000),
  ('sparc.apply_waiting_tallies', 'sparc.apply_waiting_tallies()', 'Counts on profiles, characters and adventures what could not be counted at once.', null),
  ('sparc.archive_sessions', 'sparc.archive_sessions()', 'Moves completed sessions of long ago to the archive, one batch.', null),
  ('sparc.open_event_partitions', 'sparc.open_event_partitions()', 'Makes new partitions of the session feed readable as their parent is.', null);
commit;
