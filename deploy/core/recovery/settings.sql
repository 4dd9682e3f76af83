-- Deploy gamekeeper:core/recovery/settings to pg
-- requires: core/records/settings
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.settings (name, type, minimum, maximum, default_value, value, changed_by, meaning) values
  ('core.backed_up_by_host', 'boolean', null, null, 'false', 'false', 'service', 'Whether the host of the database makes its backups and keeps its WAL, as a managed service does: then health asks for restore drills alone.'),
  ('core.backup_hours', 'integer', 1, 8760, '26', '26', 'service', 'Hours after which the newest backup is too old for health.');
commit;
