-- Revert gamekeeper:sparc/characters/character_class from pg
begin;
set local role gamekeeper;
drop type sparc.character_class;
commit;
