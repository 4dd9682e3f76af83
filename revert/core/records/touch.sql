-- Revert gamekeeper:core/records/touch from pg
begin;
set local role gamekeeper;
drop function core.touch();
commit;
