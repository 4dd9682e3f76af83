-- Revert gamekeeper:xp/claims/repeated_award from pg
begin;
set local role gamekeeper;
drop function xp.repeated_award(bigint, text, uuid);
commit;
