-- Revert gamekeeper:xp/claims/claim_decision from pg
begin;
set local role gamekeeper;
drop type xp.claim_decision;
commit;
