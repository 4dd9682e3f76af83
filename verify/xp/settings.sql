-- Verify gamekeeper:xp/settings on pg
begin;
\ir ../helpers.psql
select pg_temp.has_row('core.settings', '{"name": "xp.claims_per_minute"}');
select pg_temp.has_row('core.settings', '{"name": "xp.day_boards_kept"}');
select pg_temp.has_row('core.settings', '{"name": "xp.self_segment"}');
select pg_temp.has_row('core.settings', '{"name": "xp.server_timezone"}');
rollback;
