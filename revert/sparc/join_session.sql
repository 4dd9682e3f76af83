-- Revert gamekeeper:sparc/join_session from pg
begin;
set local role gamekeeper;
drop function sparc.join_session(text, uuid);
commit;
