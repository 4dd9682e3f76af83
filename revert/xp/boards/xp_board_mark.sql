-- Revert gamekeeper:xp/boards/xp_board_mark from pg
-- Destroys the rows of xp.xp_board_mark.
begin;
set local role gamekeeper;
drop table xp.xp_board_mark;
commit;
