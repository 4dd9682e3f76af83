-- Revert gamekeeper:core/records/is_erasure from pg
begin;
set local role gamekeeper;
drop function core.is_erasure(oid, jsonb, jsonb);
commit;
