-- Revert gamekeeper:xp/boards/around_me from pg
begin;
set local role gamekeeper;
drop function xp.around_me(text, integer);
commit;
