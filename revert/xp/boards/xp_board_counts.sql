-- Revert gamekeeper:xp/boards/xp_board_counts from pg
-- Destroys the rows of xp.xp_board_counts.
begin;
set local role gamekeeper;
drop table xp.xp_board_counts;
commit;
