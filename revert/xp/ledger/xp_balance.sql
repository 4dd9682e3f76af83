-- Revert gamekeeper:xp/ledger/xp_balance from pg
-- Destroys the rows of xp.xp_balance.
begin;
set local role gamekeeper;
drop table xp.xp_balance;
commit;
