-- Revert gamekeeper:xp/ledger/xp_ledger from pg
-- Destroys the rows of xp.xp_ledger.
begin;
set local role gamekeeper;
drop table xp.xp_ledger;
commit;
