-- Revert gamekeeper:xp/days/same_clock from pg
begin;
set local role gamekeeper;
drop function xp.same_clock(text, text);
commit;
