-- Revert gamekeeper:xp/streaks/unseen_repairs from pg
begin;
set local role gamekeeper;
drop function xp.unseen_repairs(xp.xp_users, jsonb);
commit;
