-- Revert gamekeeper:sparc/adventures/adventure_ratings from pg
-- Destroys the rows of the table.
begin;
set local role gamekeeper;
drop table sparc.adventure_ratings;
commit;
