-- Revert gamekeeper:sparc/settings from pg
begin;
set local role gamekeeper;
delete from core.settings where name like 'sparc.%';
commit;
