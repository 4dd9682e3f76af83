-- Revert gamekeeper:sparc/tutorial/start_tutorial from pg
begin;
set local role gamekeeper;
drop function sparc.start_tutorial(sparc.tutorial_path);
commit;
