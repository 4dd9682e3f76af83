-- Revert gamekeeper:sparc/seer/create_session from pg
begin;
set local role gamekeeper;
drop function sparc.create_session(uuid, integer, boolean, timestamptz, text, boolean, text);
commit;
