-- Revert gamekeeper:xp/boards/board_range from pg
begin;
set local role gamekeeper;
drop function xp.board_range(text);
commit;
