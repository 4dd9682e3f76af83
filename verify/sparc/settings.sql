-- Verify gamekeeper:sparc/settings on pg
begin;
\ir ../helpers.psql
select pg_temp.has_row('core.settings', '{"name": "sparc.adventure_kilobytes_per_person"}');
select pg_temp.has_row('core.settings', '{"name": "sparc.adventures_per_person"}');
select pg_temp.has_row('core.settings', '{"name": "sparc.archive_after_days"}');
select pg_temp.has_row('core.settings', '{"name": "sparc.archive_batch"}');
select pg_temp.has_row('core.settings', '{"name": "sparc.code_calls_per_minute"}');
select pg_temp.has_row('core.settings', '{"name": "sparc.counted_session_seconds"}');
select pg_temp.has_row('core.settings', '{"name": "sparc.creatures_per_adventure"}');
select pg_temp.has_row('core.settings', '{"name": "sparc.heroic_save_seconds"}');
select pg_temp.has_row('core.settings', '{"name": "sparc.notify"}');
select pg_temp.has_row('core.settings', '{"name": "sparc.open_sessions_per_person"}');
select pg_temp.has_row('core.settings', '{"name": "sparc.paused_timeout_seconds"}');
select pg_temp.has_row('core.settings', '{"name": "sparc.throw_after_seconds"}');
select pg_temp.has_row('core.settings', '{"name": "sparc.waiting_timeout_seconds"}');
rollback;
