-- Revert gamekeeper:xp/parts/board_ahead_part from pg
begin;
set local role gamekeeper;
drop function xp.board_ahead_part(integer, text, bigint[]);
commit;
