-- Revert gamekeeper:xp/ledger/user_level from pg
begin;
set local role gamekeeper;
drop function xp.user_level(bigint);
commit;
