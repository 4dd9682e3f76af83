-- Revert gamekeeper:core/records/require_quota from pg
begin;
set local role gamekeeper;
drop function core.require_quota(text, bigint);
commit;
