-- Revert gamekeeper:sparc/seer/note_start from pg
begin;
set local role gamekeeper;
drop function sparc.note_start() cascade;
commit;
