-- Verify gamekeeper:core/recovery/settings on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_row('core.settings', '{"name": "core.backed_up_by_host"}');
select pg_temp.has_row('core.settings', '{"name": "core.backup_hours"}');
rollback;
