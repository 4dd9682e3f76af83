-- Revert gamekeeper:xp/ledger/xp_levels from pg
-- Destroys the rows of xp.xp_levels.
begin;
set local role gamekeeper;
delete from core.definitions where table_name = 'xp.xp_levels';
drop table xp.xp_levels;
commit;
