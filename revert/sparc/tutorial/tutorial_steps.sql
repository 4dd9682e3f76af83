-- Revert gamekeeper:sparc/tutorial/tutorial_steps from pg
begin;
set local role gamekeeper;
drop table sparc.tutorial_steps;
commit;
