-- Revert gamekeeper:sparc/tutorial/tutorial_progress from pg
-- Destroys the rows of the table.
begin;
set local role gamekeeper;
drop table sparc.tutorial_progress;
commit;
