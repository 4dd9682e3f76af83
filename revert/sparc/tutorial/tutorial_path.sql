-- Revert gamekeeper:sparc/tutorial/tutorial_path from pg
begin;
set local role gamekeeper;
drop type sparc.tutorial_path;
commit;
