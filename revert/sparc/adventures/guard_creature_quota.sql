-- Revert gamekeeper:sparc/adventures/guard_creature_quota from pg
begin;
set local role gamekeeper;
drop trigger guard_creature_quota on sparc.creatures;
drop function sparc.guard_creature_quota();
commit;
