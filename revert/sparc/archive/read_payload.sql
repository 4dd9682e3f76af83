-- Revert gamekeeper:sparc/archive/read_payload from pg
begin;
set local role gamekeeper;
drop function sparc.read_payload(uuid, jsonb);
commit;
