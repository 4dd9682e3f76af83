-- Revert gamekeeper:sparc/seats/browse_sessions from pg
begin;
set local role gamekeeper;
drop function sparc.browse_sessions(sparc.difficulty_level, text, integer, uuid, integer);
commit;
