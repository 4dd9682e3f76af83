-- Revert gamekeeper:core/records/is_classified from pg
begin;
set local role gamekeeper;
drop function core.is_classified();
commit;
