-- Deploy gamekeeper:core/people/settings to pg
-- requires: core/records/settings
begin;
set local search_path = pg_temp;
set local role gamekeeper;
insert into core.settings (name, type, minimum, maximum, default_value, value, changed_by, meaning) values
  ('core.account_return_days', 'integer', 0, 3650, '30', '30', 'service', 'For how many days the person may open an account again that they closed; then upkeep erases it.');
commit;
