-- Revert gamekeeper:sparc/characters/create_character from pg
begin;
set local role gamekeeper;
drop function sparc.create_character(text, sparc.character_class, text);
commit;
