-- Revert gamekeeper:xp/prizes/pay_prizes from pg
begin;
set local role gamekeeper;
drop function xp.pay_prizes(bigint, bigint);
commit;
