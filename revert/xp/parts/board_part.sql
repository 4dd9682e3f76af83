-- Revert gamekeeper:xp/parts/board_part from pg
begin;
set local role gamekeeper;
drop type xp.board_part;
commit;
