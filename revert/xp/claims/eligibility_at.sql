-- Revert gamekeeper:xp/claims/eligibility_at from pg
begin;
set local role gamekeeper;
drop function xp.eligibility_at(text, text, timestamptz);
commit;
