-- Revert gamekeeper:core/chance/is_settled from pg
begin;
set local role gamekeeper;
drop function core.is_settled(xid8);
commit;
