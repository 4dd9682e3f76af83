-- Revert gamekeeper:xp/settings from pg
begin;
set local role gamekeeper;
delete from core.settings where name like 'xp.%';
commit;
