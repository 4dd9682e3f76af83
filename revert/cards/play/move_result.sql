-- Revert gamekeeper:cards/play/move_result from pg
begin;
set local role gamekeeper;
drop type cards.move_result;
commit;
