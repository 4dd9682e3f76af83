-- Revert gamekeeper:core/keys/uuid_v7 from pg
begin;
set local role gamekeeper;
drop function core.uuid_v7(integer);
commit;
