-- Revert gamekeeper:xp/claims/claim_at from pg
begin;
set local role gamekeeper;
drop function xp.claim_at(text, text, uuid, timestamptz, text);
commit;
