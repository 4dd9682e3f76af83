-- Revert gamekeeper:sparc/fairness/reseed_all from pg
begin;
set local role gamekeeper;
drop procedure sparc.reseed_all(text);
commit;
