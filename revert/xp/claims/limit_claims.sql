-- Revert gamekeeper:xp/claims/limit_claims from pg
begin;
set local role gamekeeper;
drop function xp.limit_claims(xp.xp_awards, boolean, timestamptz);
commit;
