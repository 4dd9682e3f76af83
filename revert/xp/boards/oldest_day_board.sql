-- Revert gamekeeper:xp/boards/oldest_day_board from pg
begin;
set local role gamekeeper;
drop function xp.oldest_day_board();
commit;
