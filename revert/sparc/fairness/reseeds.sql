-- Revert gamekeeper:sparc/fairness/reseeds from pg
begin;
set local role gamekeeper;
drop table sparc.reseeds;
commit;
