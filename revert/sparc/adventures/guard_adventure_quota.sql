-- Revert gamekeeper:sparc/adventures/guard_adventure_quota from pg
begin;
set local role gamekeeper;
drop trigger guard_adventure_quota on sparc.adventures;
drop function sparc.guard_adventure_quota();
commit;
