-- Revert gamekeeper:xp/ledger/xp_levels from pg
-- Destroys the rows of xp.xp_levels.
begin;
set local role gamekeeper;
drop table xp.xp_levels;
commit;
