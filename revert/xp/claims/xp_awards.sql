-- Revert gamekeeper:xp/claims/xp_awards from pg
-- Destroys the rows of xp.xp_awards.
begin;
set local role gamekeeper;
drop table xp.xp_awards;
commit;
