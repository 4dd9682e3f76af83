-- Revert gamekeeper:xp/days/check_server_timezone from pg
begin;
set local role gamekeeper;
drop trigger xp_server_timezone on core.settings;
drop function xp.check_server_timezone();
commit;
