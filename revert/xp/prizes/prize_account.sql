-- Revert gamekeeper:xp/prizes/prize_account from pg
begin;
set local role gamekeeper;
drop function xp.prize_account(bigint);
commit;
