-- Revert gamekeeper:xp/parts/board_place from pg
begin;
set local role gamekeeper;
drop function xp.board_place(text, bigint);
commit;
