-- Revert gamekeeper:sparc/session_listing from pg
begin;
set local role gamekeeper;
drop type sparc.session_listing;
commit;
