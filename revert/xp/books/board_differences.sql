-- Revert gamekeeper:xp/books/board_differences from pg
begin;
set local role gamekeeper;
drop function xp.board_differences();
commit;
