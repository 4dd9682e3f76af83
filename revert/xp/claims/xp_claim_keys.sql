-- Revert gamekeeper:xp/claims/xp_claim_keys from pg
-- Destroys the rows of xp.xp_claim_keys.
begin;
set local role gamekeeper;
drop table xp.xp_claim_keys;
commit;
