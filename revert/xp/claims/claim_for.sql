-- Revert gamekeeper:xp/claims/claim_for from pg
begin;
set local role gamekeeper;
drop function xp.claim_for(bigint, text, uuid);
commit;
