-- Revert gamekeeper:core/keys/key_before from pg
begin;
set local role gamekeeper;
drop function core.key_before(uuid);
commit;
