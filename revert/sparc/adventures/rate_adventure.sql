-- Revert gamekeeper:sparc/adventures/rate_adventure from pg
begin;
set local role gamekeeper;
drop function sparc.rate_adventure(uuid, integer);
commit;
