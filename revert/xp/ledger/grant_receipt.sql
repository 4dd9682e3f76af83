-- Revert gamekeeper:xp/ledger/grant_receipt from pg
begin;
set local role gamekeeper;
drop type xp.grant_receipt;
commit;
