-- Revert gamekeeper:core/version from pg
begin;
set local role gamekeeper;
drop function core.version();
commit;
