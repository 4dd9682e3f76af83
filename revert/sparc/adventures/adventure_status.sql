-- Revert gamekeeper:sparc/adventures/adventure_status from pg
begin;
set local role gamekeeper;
drop type sparc.adventure_status;
commit;
