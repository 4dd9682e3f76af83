-- Revert gamekeeper:xp/boards/board_entry from pg
begin;
set local role gamekeeper;
drop type xp.board_entry;
commit;
