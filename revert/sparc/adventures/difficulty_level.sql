-- Revert gamekeeper:sparc/adventures/difficulty_level from pg
begin;
set local role gamekeeper;
drop type sparc.difficulty_level;
commit;
