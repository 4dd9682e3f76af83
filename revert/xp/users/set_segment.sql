-- Revert gamekeeper:xp/users/set_segment from pg
begin;
set local role gamekeeper;
drop function xp.set_segment(bigint, text);
commit;
