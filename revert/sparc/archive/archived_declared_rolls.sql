-- Revert gamekeeper:sparc/archive/archived_declared_rolls from pg
begin;
set local role gamekeeper;
drop table sparc.archived_declared_rolls;
commit;
