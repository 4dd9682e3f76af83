-- Revert gamekeeper:xp/schema from pg
begin;
set local role gamekeeper;
drop schema xp;
commit;
