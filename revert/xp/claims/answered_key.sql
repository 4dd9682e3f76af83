-- Revert gamekeeper:xp/claims/answered_key from pg
begin;
set local role gamekeeper;
drop function xp.answered_key(bigint, uuid);
commit;
