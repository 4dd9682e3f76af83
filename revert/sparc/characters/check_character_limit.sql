-- Revert gamekeeper:sparc/characters/check_character_limit from pg
begin;
set local role gamekeeper;
drop trigger enforce_character_limit on sparc.characters;
drop function sparc.check_character_limit();
commit;
