-- Revert gamekeeper:xp/boards/read_board_tail from pg
begin;
set local role gamekeeper;
drop function xp.read_board_tail(text);
commit;
