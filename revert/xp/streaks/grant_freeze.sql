-- Revert gamekeeper:xp/streaks/grant_freeze from pg
begin;
set local role gamekeeper;
drop function xp.grant_freeze(bigint, integer, text, uuid, text);
commit;
