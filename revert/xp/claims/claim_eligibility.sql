-- Revert gamekeeper:xp/claims/claim_eligibility from pg
begin;
set local role gamekeeper;
drop type xp.claim_eligibility;
commit;
