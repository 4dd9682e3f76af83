-- Revert gamekeeper:core/records/settings from pg
-- Destroys the settings.
begin;
set local role gamekeeper;
drop table core.settings;
commit;
