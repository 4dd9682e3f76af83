-- Revert gamekeeper:slots/settings from pg
begin;
set local role gamekeeper;
delete from core.settings where name = 'slots.session_timeout';
commit;
