-- Revert gamekeeper:xp/prizes/prize_person from pg
begin;
set local role gamekeeper;
drop function xp.prize_person(bigint);
commit;
