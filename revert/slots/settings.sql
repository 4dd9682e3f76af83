-- Revert gamekeeper:slots/settings from pg
begin;
set local role gamekeeper;
delete from core.settings where name like 'slots.%';
commit;
