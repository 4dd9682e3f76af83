-- Revert gamekeeper:xp/claims/claim_receipt from pg
begin;
set local role gamekeeper;
drop type xp.claim_receipt;
commit;
