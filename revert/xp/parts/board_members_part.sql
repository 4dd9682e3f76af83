-- Revert gamekeeper:xp/parts/board_members_part from pg
begin;
set local role gamekeeper;
drop function xp.board_members_part(integer, text, uuid[]);
commit;
