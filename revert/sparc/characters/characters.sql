-- Revert gamekeeper:sparc/characters/characters from pg
-- Destroys the rows of the table.
begin;
set local role gamekeeper;
drop table sparc.characters;
commit;
