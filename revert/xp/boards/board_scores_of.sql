-- Revert gamekeeper:xp/boards/board_scores_of from pg
begin;
set local role gamekeeper;
drop function xp.board_scores_of(text, xp.board_tail, bigint[]);
commit;
