-- Revert gamekeeper:xp/claims/last_award from pg
begin;
set local role gamekeeper;
drop function xp.last_award(bigint, text);
commit;
