-- Revert gamekeeper:sparc/seats/session_listing from pg
begin;
set local role gamekeeper;
drop type sparc.session_listing;
commit;
