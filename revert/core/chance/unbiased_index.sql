-- Revert gamekeeper:core/chance/unbiased_index from pg
begin;
set local role gamekeeper;
drop function core.unbiased_index(bigint, integer);
commit;
