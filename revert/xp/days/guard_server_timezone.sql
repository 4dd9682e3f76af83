-- Revert gamekeeper:xp/days/guard_server_timezone from pg
begin;
set local role gamekeeper;
drop trigger guard_server_timezone on core.settings;
drop function xp.guard_server_timezone();
commit;
