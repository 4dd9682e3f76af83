-- Revert gamekeeper:sparc/sparc_stats from pg
begin;
set local role gamekeeper;
drop view sparc.sparc_stats;
commit;
