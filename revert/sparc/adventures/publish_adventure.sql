-- Revert gamekeeper:sparc/adventures/publish_adventure from pg
begin;
set local role gamekeeper;
drop function sparc.publish_adventure(uuid);
commit;
