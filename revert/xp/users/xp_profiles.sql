-- Revert gamekeeper:xp/users/xp_profiles from pg
-- Destroys data: public ids and the handles that people chose.
begin;
set local role gamekeeper;
drop table xp.xp_profiles;
commit;
