-- Revert gamekeeper:xp/claims/xp_claim_calls from pg
-- Destroys the rows of xp.xp_claim_calls.
begin;
set local role gamekeeper;
drop table xp.xp_claim_calls;
commit;
