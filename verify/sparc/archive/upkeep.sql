-- Verify gamekeeper:sparc/archive/upkeep on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_row('core.upkeep_tasks', '{"task": "sparc.apply_waiting_tallies", "function": "sparc.apply_waiting_tallies()"}');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "sparc.archive_sessions", "function": "sparc.archive_sessions()"}');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "sparc.cancel_abandoned_sessions", "function": "sparc.cancel_abandoned_sessions()"}');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "sparc.open_event_partitions", "function": "sparc.open_event_partitions()"}');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "sparc.saves", "function": "sparc.upkeep_saves()"}');
select pg_temp.has_row('core.upkeep_tasks', '{"task": "sparc.throw_overdue_rolls", "function": "sparc.throw_overdue_rolls()"}');
rollback;
