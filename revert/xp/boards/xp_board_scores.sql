-- Revert gamekeeper:xp/boards/xp_board_scores from pg
-- Destroys the rows of xp.xp_board_scores.
begin;
set local role gamekeeper;
drop table xp.xp_board_scores;
commit;
