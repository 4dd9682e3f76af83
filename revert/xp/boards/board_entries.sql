-- Revert gamekeeper:xp/boards/board_entries from pg
begin;
set local role gamekeeper;
drop function xp.board_entries(bigint, bigint, bigint[]);
commit;
