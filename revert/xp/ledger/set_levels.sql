-- Revert gamekeeper:xp/ledger/set_levels from pg
begin;
set local role gamekeeper;
drop function xp.set_levels(bigint[]);
commit;
