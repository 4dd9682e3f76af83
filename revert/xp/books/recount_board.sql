-- Revert gamekeeper:xp/books/recount_board from pg
begin;
set local role gamekeeper;
drop function xp.recount_board(text);
commit;
