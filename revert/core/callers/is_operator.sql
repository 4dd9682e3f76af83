-- Revert gamekeeper:core/callers/is_operator from pg
begin;
set local role gamekeeper;
drop function core.is_operator();
commit;
