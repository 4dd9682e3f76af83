-- Revert gamekeeper:sparc/characters/prepare_character from pg
begin;
set local role gamekeeper;
drop trigger prepare_character on sparc.characters;
drop function sparc.prepare_character();
commit;
