-- Revert gamekeeper:sparc/fairness/reseed_batch from pg
begin;
set local role gamekeeper;
drop function sparc.reseed_batch(text);
commit;
