-- Verify gamekeeper:slots/settings on pg
begin;
\ir ../helpers.psql
select pg_temp.has_row('core.settings', '{"name": "slots.session_timeout"}');
rollback;
