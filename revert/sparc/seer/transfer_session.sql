-- Revert gamekeeper:sparc/seer/transfer_session from pg
begin;
set local role gamekeeper;
drop function sparc.transfer_session(uuid, uuid);
commit;
