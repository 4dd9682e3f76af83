-- Revert gamekeeper:xp/ledger/xp_level_ups from pg
-- Destroys the rows of xp.xp_level_ups.
begin;
set local role gamekeeper;
drop table xp.xp_level_ups;
commit;
