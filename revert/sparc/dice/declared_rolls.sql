-- Revert gamekeeper:sparc/dice/declared_rolls from pg
begin;
set local role gamekeeper;
drop table sparc.declared_rolls;
commit;
