-- Revert gamekeeper:core/records/append_only from pg
begin;
set local role gamekeeper;
drop function core.append_only();
commit;
