-- Deploy gamekeeper:slots/settings to pg
-- requires: core/records/settings slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.settings (name, type, minimum, maximum, default_value, value, changed_by, meaning) values
  ('slots.session_timeout', 'integer', 1, 2592000, '3600', '3600', 'service', 'Seconds after which upkeep plays a placed bet that nobody spun.');
commit;
