-- Revert gamekeeper:xp/parts/board_page_part from pg
begin;
set local role gamekeeper;
drop function xp.board_page_part(integer, text, bigint, bigint, integer, boolean);
commit;
