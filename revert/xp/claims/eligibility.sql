-- Revert gamekeeper:xp/claims/eligibility from pg
begin;
set local role gamekeeper;
drop function xp.eligibility(text);
commit;
