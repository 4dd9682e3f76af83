-- Revert gamekeeper:core/utc from pg
begin;
set local role gamekeeper;
drop function core.utc(timestamptz);
commit;
