-- Revert gamekeeper:xp/eligibility from pg
begin;
set local role gamekeeper;
drop function xp.eligibility(text);
commit;
