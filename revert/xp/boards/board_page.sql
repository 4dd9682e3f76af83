-- Revert gamekeeper:xp/boards/board_page from pg
begin;
set local role gamekeeper;
drop function xp.board_page(text, xp.board_tail, bigint, bigint, integer);
commit;
