-- Verify gamekeeper:slots/settings on pg
begin;
\ir ../helpers.psql
select pg_temp.has_row('core.settings', '{"name": "slots.limit_cooling_off"}');
select pg_temp.has_row('core.settings', '{"name": "slots.max_rtp"}');
select pg_temp.has_row('core.settings', '{"name": "slots.metrics_per_session"}');
select pg_temp.has_row('core.settings', '{"name": "slots.open_sessions_per_person"}');
select pg_temp.has_row('core.settings', '{"name": "slots.session_timeout"}');
select pg_temp.has_row('core.settings', '{"name": "slots.wallets_per_person"}');
rollback;
