-- Revert gamekeeper:xp/boards/count_ahead from pg
begin;
set local role gamekeeper;
drop function xp.count_ahead(text, bigint, xp.board_tail);
commit;
