-- Revert gamekeeper:sparc/archive/archived_dice_rolls from pg
-- Destroys the rows of the table.
begin;
set local role gamekeeper;
drop table sparc.archived_dice_rolls;
commit;
