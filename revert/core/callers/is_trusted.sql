-- Revert gamekeeper:core/callers/is_trusted from pg
begin;
set local role gamekeeper;
drop function core.is_trusted();
commit;
