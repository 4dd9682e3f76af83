-- Revert gamekeeper:core/callers/require_operator from pg
begin;
set local role gamekeeper;
drop function core.require_operator();
commit;
