-- Revert gamekeeper:xp/ledger/earned from pg
begin;
set local role gamekeeper;
drop function xp.earned(bigint, bigint);
commit;
