-- Revert gamekeeper:xp/boards/is_board from pg
begin;
set local role gamekeeper;
drop function xp.is_board(text);
commit;
