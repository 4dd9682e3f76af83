-- Revert gamekeeper:xp/boards/rebuild_boards from pg
begin;
set local role gamekeeper;
drop function xp.rebuild_boards();
commit;
