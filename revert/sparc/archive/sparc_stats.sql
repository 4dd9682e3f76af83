-- Revert gamekeeper:sparc/archive/sparc_stats from pg
begin;
set local role gamekeeper;
drop view sparc.sparc_stats;
commit;
