-- Revert gamekeeper:sparc/dice/figure from pg
begin;
set local role gamekeeper;
drop type sparc.figure;
commit;
