-- Revert gamekeeper:xp/ledger/level_at from pg
begin;
set local role gamekeeper;
drop function xp.level_at(bigint);
commit;
