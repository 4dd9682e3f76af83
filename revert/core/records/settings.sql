-- Revert gamekeeper:core/records/settings from pg
-- Destroys the settings.
begin;
set local role gamekeeper;
delete from core.definitions where table_name = 'core.settings';
drop table core.settings;
commit;
