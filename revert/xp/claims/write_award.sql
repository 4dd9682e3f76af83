-- Revert gamekeeper:xp/claims/write_award from pg
begin;
set local role gamekeeper;
drop function xp.write_award(xp.xp_users, xp.xp_rules, xp.claim_decision, uuid, text, timestamptz);
commit;
