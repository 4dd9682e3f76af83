-- Revert gamekeeper:slots/fairness/unbiased_index from pg
begin;
set local role gamekeeper;
drop function slots.unbiased_index(bigint, integer);
commit;
