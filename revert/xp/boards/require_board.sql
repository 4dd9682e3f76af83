-- Revert gamekeeper:xp/boards/require_board from pg
begin;
set local role gamekeeper;
drop function xp.require_board(text);
commit;
