-- Revert gamekeeper:sparc/seats/browse_slice from pg
begin;
set local role gamekeeper;
drop function sparc.browse_slice(sparc.session_status, boolean, timestamptz, timestamptz, uuid, sparc.difficulty_level, text, integer, integer);
commit;
