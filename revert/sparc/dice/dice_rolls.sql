-- Revert gamekeeper:sparc/dice/dice_rolls from pg
-- Destroys the rows of the table.
begin;
set local role gamekeeper;
drop table sparc.dice_rolls;
commit;
