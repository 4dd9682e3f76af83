-- Revert gamekeeper:xp/boards/board_tail from pg
begin;
set local role gamekeeper;
drop type xp.board_tail;
commit;
