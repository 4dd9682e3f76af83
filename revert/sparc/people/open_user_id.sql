-- Revert gamekeeper:sparc/people/open_user_id from pg
begin;
set local role gamekeeper;
drop function sparc.open_user_id();
commit;
