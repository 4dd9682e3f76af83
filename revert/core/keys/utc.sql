-- Revert gamekeeper:core/keys/utc from pg
begin;
set local role gamekeeper;
drop function core.utc(timestamptz);
commit;
