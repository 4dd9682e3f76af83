-- Revert gamekeeper:core/is_trusted from pg
begin;
set local role gamekeeper;
drop function core.is_trusted();
commit;
