-- Revert gamekeeper:xp/days/instant_of from pg
begin;
set local role gamekeeper;
drop function xp.instant_of(text);
commit;
