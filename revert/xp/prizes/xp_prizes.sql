-- Revert gamekeeper:xp/prizes/xp_prizes from pg
-- Destroys the rows of xp.xp_prizes.
begin;
set local role gamekeeper;
drop table xp.xp_prizes;
commit;
